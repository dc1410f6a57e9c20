package org.embargo.patches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.embargo.content.Content;
import org.embargo.model.PlannedRef;
import org.embargo.model.RefName;
import org.embargo.openpgp.Signer;
import org.embargo.patches.BranchRehearsal.Applies;

/**
 * Writes the commits and tags of an order into a private clone, byte by byte: nothing of the patches' own messages, dates and
 * authors comes along unless it was ordered, and the same order on the same branches makes the same ids.
 */
final class CommitWriter {

    private static final int SHA256_DIGITS = 64;

    private final PrivateClone clone;
    private final PushOrder order;

    CommitWriter(PrivateClone clone, PushOrder order) {
        this.clone = clone;
        this.order = order;
    }

    /** Branches first, then tags, each in the order of names. */
    List<PlannedRef> write(List<PatchTrial.Result> results) {
        Map<RefName, String> tips = new TreeMap<>();
        List<PlannedRef> planned = new ArrayList<>();
        for (PatchTrial.Result result : results) {
            if (result.rehearsal() instanceof Applies applies) {
                String tip = commits(applies, result.trees());
                tips.put(applies.branch(), tip);
                planned.add(new PlannedRef(applies.branch().branchRef(), applies.base(), tip));
            }
        }
        new TreeMap<>(order.tags()).forEach((tag, branch) -> {
            String tip = tips.get(branch);
            if (tip != null) {
                planned.add(new PlannedRef(tag.tagRef(), "", tag(tag, tip)));
            }
        });
        return planned;
    }

    private String commits(Applies applies, List<PatchTrial.Tree> trees) {
        PatchSeries series = order.series().get(applies.branch());
        if (series == null) {
            throw new IllegalStateException("a branch that nobody ordered");
        }
        String parent = applies.base();
        for (PatchTrial.Tree tree : trees) {
            parent = commit(tree.id(), parent, order.authorOf(series.patches().get(tree.patch())));
        }
        return parent;
    }

    private String commit(String tree, String parent, String author) {
        String head = "tree " + tree + "\nparent " + parent + "\nauthor " + author + time() + "committer "
                + order.author().identity() + time();
        String body = "\n" + order.message().text();
        String field = parent.length() == SHA256_DIGITS ? "gpgsig-sha256 " : "gpgsig ";
        String signature = order.signer()
                .map(signer -> field + signature(signer, head + body).strip().replace("\n", "\n ") + "\n")
                .orElse("");
        return write("commit", head + signature + body);
    }

    private String tag(RefName name, String commit) {
        String text = "object " + commit + "\ntype commit\ntag " + name + "\ntagger "
                + order.author().identity() + time() + "\n" + order.message().text();
        return write(
                "tag",
                text + order.signer().map(signer -> signature(signer, text)).orElse(""));
    }

    private String time() {
        return " " + order.date().getEpochSecond() + " +0000\n";
    }

    private static String signature(Signer signer, String text) {
        try {
            return signer.sign(Content.of(text.getBytes(StandardCharsets.UTF_8)))
                    .armored()
                    .replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("content in memory can't be read", e);
        }
    }

    private String write(String type, String text) {
        return clone.line(text.getBytes(StandardCharsets.UTF_8), "hash-object", "-t", type, "-w", "--stdin");
    }
}
