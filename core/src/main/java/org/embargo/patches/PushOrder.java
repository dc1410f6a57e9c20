package org.embargo.patches;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.embargo.config.CommitAuthor;
import org.embargo.model.Confidential;
import org.embargo.model.PatchIdentity;
import org.embargo.model.RefName;
import org.embargo.openpgp.Signer;

/**
 * What is to be pushed, as it was approved.
 *
 * @param series       by branch
 * @param approved     the result that was approved, by branch; the same branches
 * @param tags         new tags, and the branch whose last commit each names
 * @param message      of every commit and tag
 * @param author       of every commit and tag
 * @param patchAuthors whether a commit's author is rather the patch's, where it names one
 * @param date         of every commit and tag, and of their signatures: with it the ids stay the same at each try
 * @param signer       signs commits and tags, with {@code date} as its time; empty: unsigned
 */
public record PushOrder(
        URI repository,
        Map<RefName, PatchSeries> series,
        Map<RefName, PatchIdentity> approved,
        Map<RefName, RefName> tags,
        CommitMessage message,
        CommitAuthor author,
        boolean patchAuthors,
        Instant date,
        Optional<Signer> signer) {

    public PushOrder {
        Objects.requireNonNull(repository, "repository");
        series = Map.copyOf(series);
        approved = Map.copyOf(approved);
        tags = Map.copyOf(tags);
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(signer, "signer");
        if (series.isEmpty() || !series.keySet().equals(approved.keySet())) {
            throw new IllegalArgumentException("each branch has a series and what was approved of it");
        }
        if (!series.keySet().containsAll(tags.values())) {
            throw new IllegalArgumentException("a tag names the commit of a branch that is pushed");
        }
    }

    /** What of it gives the issue away. */
    List<NeutralityCheck.Breach> breaches(NeutralityCheck check) {
        List<NeutralityCheck.Breach> breaches = new ArrayList<>();
        breaches.addAll(check.check(NeutralityCheck.Place.MESSAGE, message.text()));
        breaches.addAll(check.check(NeutralityCheck.Place.BRANCH, names(series::keySet)));
        breaches.addAll(check.check(NeutralityCheck.Place.TAG, names(tags::keySet)));
        breaches.addAll(check.check(NeutralityCheck.Place.AUTHOR, author.identity()));
        if (patchAuthors) {
            breaches.addAll(check.check(NeutralityCheck.Place.AUTHOR, patchAuthorNames()));
        }
        return breaches;
    }

    private static List<String> names(Supplier<? extends Iterable<RefName>> refs) {
        List<String> names = new ArrayList<>();
        refs.get().forEach(ref -> names.add(ref.value()));
        return names;
    }

    private List<String> patchAuthorNames() {
        return series.values().stream()
                .flatMap(each -> each.patches().stream())
                .flatMap(patch -> patch.author().stream())
                .map(Confidential::text)
                .distinct()
                .toList();
    }

    /** {@code NAME <ADDRESS>} of the commit that a patch becomes. */
    String authorOf(Patch patch) {
        return patch.author()
                .filter(named -> patchAuthors)
                .map(Confidential::text)
                .orElse(author.identity());
    }
}
