package org.embargo.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.CertificateDirectory;
import org.embargo.openpgp.SignatureState;
import org.embargo.openpgp.Verdict;

/** The signatures of one mail, and what they cover. One thread. */
final class Signatures {

    /** Where none is good, the first of these that occurs is what the mail is worth; from suspicious to harmless. */
    private static final List<SignatureState> WORST_FIRST = List.of(
            SignatureState.GOOD,
            SignatureState.BAD,
            SignatureState.REVOKED_KEY,
            SignatureState.EXPIRED_KEY,
            SignatureState.WEAK,
            SignatureState.FOR_OTHERS,
            SignatureState.FUTURE,
            SignatureState.EXPIRED_SIGNATURE,
            SignatureState.UNKNOWN_KEY,
            SignatureState.UNVERIFIABLE);

    static final Verdict BAD =
            new Verdict(SignatureState.BAD, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final List<Found> found = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();

    /** Judges one signed thing again, with other certificates. */
    interface Judging {
        List<Verdict> with(CertificateDirectory certificates) throws IOException;
    }

    private record Found(List<Verdict> verdicts, Judging again, boolean insideEncryption) {
        private boolean isUnknown() {
            return verdicts.stream().anyMatch(verdict -> verdict.state() == SignatureState.UNKNOWN_KEY);
        }
    }

    private record Shown(List<Verdict> verdicts, boolean text, boolean blank) {}

    /** A verdict as far as it tells people apart. */
    private record By(SignatureState state, Optional<Fingerprint> signer) {}

    void add(List<Verdict> verdicts, Judging again, boolean insideEncryption) {
        found.add(new Found(List.copyOf(verdicts), again, insideEncryption));
    }

    /** Something that claims to be signed and has not the form of it. */
    void addMalformed() {
        found.add(new Found(List.of(BAD), certificates -> List.of(BAD), false));
    }

    /** Notes that something is shown, over which {@code verdicts} are. */
    void cover(List<Verdict> verdicts, boolean text, boolean blank) {
        shown.add(new Shown(verdicts, text, blank));
    }

    List<Verdict> verdicts() {
        return found.stream().flatMap(each -> each.verdicts().stream()).toList();
    }

    Optional<SignatureState> overall() {
        List<SignatureState> states = verdicts().stream().map(Verdict::state).toList();
        return WORST_FIRST.stream().filter(states::contains).findFirst();
    }

    /**
     * Texts must be covered by the same signatures: two signed texts are not one signed mail. A file may have its own,
     * as long as they tell the same.
     */
    Coverage coverage() {
        List<Shown> counted = shown.stream().allMatch(Shown::blank)
                ? shown
                : shown.stream().filter(each -> !each.blank()).toList();
        if (counted.stream().allMatch(each -> each.verdicts().isEmpty())) {
            return Coverage.NOTHING;
        }
        boolean oneText = counted.stream()
                        .filter(Shown::text)
                        .map(Shown::verdicts)
                        .distinct()
                        .count()
                <= 1;
        boolean oneHand = counted.stream().map(Signatures::by).distinct().count() == 1;
        return oneText && oneHand ? Coverage.WHOLE : Coverage.PART;
    }

    private static List<By> by(Shown each) {
        return each.verdicts().stream()
                .map(verdict -> new By(verdict.state(), verdict.signer()))
                .toList();
    }

    static boolean isGood(Verdict verdict) {
        return verdict.state() == SignatureState.GOOD;
    }

    /** Whoever made a good signature, by what is on file or by one of {@code certificates}. */
    Set<Fingerprint> signersAmong(CertificateDirectory certificates, boolean mailEncrypted) throws IOException {
        Set<Fingerprint> signers = new HashSet<>();
        for (Found each : found) {
            if (each.insideEncryption() || !mailEncrypted) {
                addGood(each.verdicts(), signers);
                if (each.isUnknown()) {
                    addGood(each.again().with(certificates), signers);
                }
            }
        }
        return signers;
    }

    private static void addGood(List<Verdict> verdicts, Set<Fingerprint> signers) {
        verdicts.stream()
                .filter(Signatures::isGood)
                .flatMap(verdict -> verdict.signer().stream())
                .forEach(signers::add);
    }
}
