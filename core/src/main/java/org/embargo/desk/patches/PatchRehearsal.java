package org.embargo.desk.patches;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.embargo.desk.open.Preparation;
import org.embargo.desk.steps.DeskGit;
import org.embargo.desk.steps.OutsideStep;
import org.embargo.model.BranchPatch;
import org.embargo.model.BranchPatch.State;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.PackedBytes;
import org.embargo.model.PatchIdentity;
import org.embargo.model.PatchResult;
import org.embargo.model.RefName;
import org.embargo.patches.BranchRehearsal;
import org.embargo.patches.Patch;
import org.embargo.patches.PatchFormatException;
import org.embargo.patches.PatchSeries;
import org.embargo.patches.UnusualContent;
import org.embargo.process.course.PatchCalls;
import org.embargo.store.Store;

/** Tries a case's patches on the branches as they are now. Without a repository they are sent as they came. */
final class PatchRehearsal {

    /** Of what is sent to every recipient for one branch. */
    static final int MOST_BYTES = 2 << 20;

    private final DeskGit git;
    private final KeptPatches kept;

    PatchRehearsal(DeskGit git, KeptPatches kept) {
        this.git = git;
        this.kept = kept;
    }

    OutsideStep.Concludes ask(Preparation before, Case current) {
        Map<RefName, BranchPatch> results = new TreeMap<>();
        Map<RefName, PatchSeries> readable = new TreeMap<>();
        for (BranchPatch each : current.patches().branches()) {
            read(each, before.store(), readable, results);
        }
        Optional<URI> repository = before.desk().config().releases().repository();
        if (repository.isPresent() && !readable.isEmpty()) {
            git.rehearsal(before)
                    .rehearse(repository.get(), readable)
                    .forEach(each -> results.put(
                            each.branch(),
                            result(
                                    current.patches().of(each.branch()).orElseThrow(),
                                    each,
                                    authors(Optional.ofNullable(readable.get(each.branch()))))));
        } else {
            readable.forEach((branch, series) ->
                    results.put(branch, asTheyCame(current.patches().of(branch).orElseThrow(), series)));
        }
        List<BranchPatch> all = List.copyOf(results.values());
        return (due, now) -> new PatchCalls(now, due.mailing()).rehearsed(all);
    }

    private void read(
            BranchPatch patch, Store store, Map<RefName, PatchSeries> readable, Map<RefName, BranchPatch> results) {
        try {
            readable.put(patch.branch(), kept.of(patch.mail(), store));
        } catch (PatchFormatException e) {
            results.put(
                    patch.branch(),
                    without(patch, State.UNREADABLE, List.of(e.reason().text())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a rehearsal makes of a branch's patches. */
    static BranchPatch result(BranchPatch patch, BranchRehearsal rehearsed, List<Confidential> authors) {
        if (rehearsed instanceof BranchRehearsal.Applies applies) {
            State state = applies.threeWay() ? State.THREE_WAY : State.APPLIES;
            return with(
                    patch,
                    state,
                    bytes(applies),
                    applies.base(),
                    Optional.of(applies.identity()),
                    applies.patchIds(),
                    authors,
                    applies.unusual());
        }
        if (rehearsed instanceof BranchRehearsal.Fails fails) {
            return without(patch, State.FAILS, places(fails));
        }
        State state = rehearsed instanceof BranchRehearsal.NoBranch ? State.NO_BRANCH : State.NOTHING_LEFT;
        return without(patch, state, List.of());
    }

    private static byte[] bytes(BranchRehearsal.Applies applies) {
        try {
            return applies.diff().bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> places(BranchRehearsal.Fails fails) {
        List<String> places = new ArrayList<>();
        for (BranchRehearsal.FailedPlace place : fails.places()) {
            places.add(place.path().text() + (place.line() > 0 ? ":" + place.line() : ""));
        }
        if (fails.patch() > 1) {
            places.add("patch " + fails.patch());
        }
        return places;
    }

    private static BranchPatch asTheyCame(BranchPatch patch, PatchSeries series) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Patch each : series.patches()) {
            all.writeBytes(each.diff().text().getBytes(StandardCharsets.ISO_8859_1));
        }
        return with(
                patch,
                State.NOT_TRIED,
                all.toByteArray(),
                "",
                Optional.empty(),
                Set.of(),
                authors(Optional.of(series)),
                series.unusual());
    }

    private static List<Confidential> authors(Optional<PatchSeries> series) {
        return series.map(PatchSeries::patches).orElse(List.of()).stream()
                .map(each -> each.author().orElse(new Confidential("")))
                .distinct()
                .toList();
    }

    private static BranchPatch with(
            BranchPatch patch,
            State state,
            byte[] diff,
            String base,
            Optional<PatchIdentity> identity,
            Set<String> patchIds,
            List<Confidential> authors,
            List<UnusualContent> unusual) {
        if (diff.length > MOST_BYTES) {
            return without(patch, State.TOO_LARGE, List.of());
        }
        PatchResult made = new PatchResult(
                base,
                PackedBytes.pack(diff),
                sha256(diff),
                identity,
                patchIds,
                authors,
                unusual.stream()
                        .map(each -> new PatchResult.Unusual(
                                each.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), each.path()))
                        .toList());
        return patch.rehearsed(state, Optional.of(made), List.of());
    }

    private static BranchPatch without(BranchPatch patch, State state, List<String> why) {
        return patch.rehearsed(
                state, Optional.empty(), why.stream().map(Confidential::new).toList());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
