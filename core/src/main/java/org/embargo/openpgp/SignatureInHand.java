package org.embargo.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.IntendedRecipientFingerprint;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.embargo.content.Content;
import org.embargo.model.Fingerprint;

/** One signature packet while it is judged. One thread. */
final class SignatureInHand {

    private static final Set<Integer> WEAK_HASHES =
            Set.of(HashAlgorithmTags.MD5, HashAlgorithmTags.SHA1, HashAlgorithmTags.RIPEMD160);

    private static final int MOST_CANDIDATES = 4;

    /** Worst last: of several keys that may have made a signature, the best answer counts. */
    private static final List<SignatureState> BEST_FIRST = List.of(
            SignatureState.GOOD,
            SignatureState.FUTURE,
            SignatureState.FOR_OTHERS,
            SignatureState.EXPIRED_SIGNATURE,
            SignatureState.WEAK,
            SignatureState.EXPIRED_KEY,
            SignatureState.REVOKED_KEY,
            SignatureState.UNVERIFIABLE,
            SignatureState.BAD,
            SignatureState.UNKNOWN_KEY);

    /**
     * What a signature is judged with.
     *
     * @param readers keys of whom a signature that names its recipients must name; empty where anybody will do
     */
    record Judging(
            OpenPgpPolicy policy, Content signed, CertificateDirectory known, Instant now, Set<Fingerprint> readers) {}

    private final PGPSignature signature;
    private final Judging judging;

    private SignatureInHand(PGPSignature signature, Judging judging) {
        this.signature = signature;
        this.judging = judging;
    }

    static Verdict unreadable() {
        return nothingKnown(SignatureState.BAD);
    }

    private static Verdict nothingKnown(SignatureState state) {
        return new Verdict(state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Verdict verdict(byte[] packet, Judging judging) throws IOException {
        PGPSignature signature;
        try {
            byte[] encoded = PacketReader.encoded(PacketReader.SIGNATURE, packet);
            signature = new PGPSignature(new BCPGInputStream(new ByteArrayInputStream(encoded)));
        } catch (PGPException | IOException | RuntimeException e) {
            return nothingKnown(SignatureState.UNVERIFIABLE);
        }
        return new SignatureInHand(signature, judging).verdict();
    }

    private Verdict verdict() throws IOException {
        Optional<String> digest = SignedDigest.of(signature, judging.signed());
        List<Verdict> verdicts = new ArrayList<>();
        for (Certificate certificate : candidates()) {
            for (ComponentKey key : certificate.keys().filter(this::isMaker).toList()) {
                SignatureState state = state(certificate, key);
                verdicts.add(new Verdict(
                        state, Optional.of(certificate.fingerprint()), Optional.of(key.fingerprint()), made(), digest));
            }
        }
        return verdicts.stream()
                .min(Comparator.comparing(each -> BEST_FIRST.indexOf(each.state())))
                .orElseGet(() -> new Verdict(
                        SignatureState.UNKNOWN_KEY,
                        Optional.empty(),
                        namedFingerprints().findFirst(),
                        made(),
                        digest));
    }

    private Stream<Fingerprint> namedFingerprints() {
        return signature.getKeyIdentifiers().stream()
                .map(KeyIdentifier::getFingerprint)
                .filter(each -> each != null && (each.length == 20 || each.length == 32))
                .map(each -> new Fingerprint(HexFormat.of().formatHex(each)));
    }

    private Set<Certificate> candidates() {
        CertificateDirectory known = judging.known();
        return Stream.concat(
                        namedFingerprints().flatMap(each -> known.withKey(each).stream()),
                        signature.getKeyIdentifiers().stream()
                                .filter(each -> !each.isWildcard())
                                .flatMap(each -> known.withKeyId(each.getKeyId()).stream()))
                .limit(MOST_CANDIDATES)
                .map(this::firstVersion)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The directory's order decides: a copy that a mail brought must not outdo the one on file, which may be revoked. */
    private Certificate firstVersion(Certificate found) {
        return judging.known().withKey(found.fingerprint()).stream().findFirst().orElse(found);
    }

    private boolean isMaker(ComponentKey key) {
        return signature.hasKeyIdentifier(key.key().getKeyIdentifier());
    }

    /** Creation times outside the hashed part prove nothing. */
    private Optional<Instant> made() {
        boolean told = signature.getVersion() < 4
                || signature.getHashedSubPackets().hasSubpacket(SignatureSubpacketTags.CREATION_TIME);
        return told ? Optional.of(signature.getCreationTime().toInstant()) : Optional.empty();
    }

    private SignatureState state(Certificate certificate, ComponentKey key) throws IOException {
        if (!isOverDocument() || made().isEmpty() || !verifies(key)) {
            return SignatureState.BAD;
        }
        Instant moment = made().orElseThrow();
        if (moment.isBefore(key.created())) {
            return SignatureState.BAD;
        }
        SignatureState ofKey = stateOfKey(certificate.primary(), key, moment);
        return ofKey == SignatureState.GOOD ? stateOfSignature(key, moment) : ofKey;
    }

    private boolean isOverDocument() {
        return signature.getSignatureType() == PGPSignature.BINARY_DOCUMENT
                || signature.getSignatureType() == PGPSignature.CANONICAL_TEXT_DOCUMENT;
    }

    private static SignatureState stateOfKey(ComponentKey primary, ComponentKey key, Instant moment) {
        if (primary.isRevokedAt(moment) || key.isRevokedAt(moment)) {
            return SignatureState.REVOKED_KEY;
        }
        if (primary.bindingAt(moment).isEmpty() || key.bindingAt(moment).isEmpty()) {
            return SignatureState.UNKNOWN_KEY;
        }
        if (primary.isExpiredAt(moment) || key.isExpiredAt(moment)) {
            return SignatureState.EXPIRED_KEY;
        }
        return key.maySignAt(moment) ? SignatureState.GOOD : SignatureState.BAD;
    }

    private SignatureState stateOfSignature(ComponentKey key, Instant moment) {
        if (WEAK_HASHES.contains(signature.getHashAlgorithm())
                || key.isWeak(judging.policy().smallestRsaBits())) {
            return SignatureState.WEAK;
        }
        if (signature.getVersion() >= 4 && UnknownCritical.isIn(signature.getHashedSubPackets())) {
            return SignatureState.UNVERIFIABLE;
        }
        if (isForOthers()) {
            return SignatureState.FOR_OTHERS;
        }
        if (moment.isAfter(judging.now().plus(judging.policy().clockTolerance()))) {
            return SignatureState.FUTURE;
        }
        return isExpired(moment) ? SignatureState.EXPIRED_SIGNATURE : SignatureState.GOOD;
    }

    /** A text that was signed for others and sent to us by somebody else, in whatever form, is not meant for us. */
    private boolean isForOthers() {
        if (signature.getVersion() < 4 || judging.readers().isEmpty()) {
            return false;
        }
        IntendedRecipientFingerprint[] intended =
                signature.getHashedSubPackets().getIntendedRecipientFingerprints();
        return intended.length > 0
                && Arrays.stream(intended)
                        .map(each -> HexFormat.of().withUpperCase().formatHex(each.getFingerprint()))
                        .noneMatch(each ->
                                judging.readers().stream().map(Fingerprint::hex).anyMatch(each::equals));
    }

    private boolean isExpired(Instant moment) {
        if (signature.getVersion() < 4) {
            return false;
        }
        long seconds = signature.getHashedSubPackets().getSignatureExpirationTime();
        return seconds != 0 && !moment.plusSeconds(seconds).isAfter(judging.now());
    }

    private boolean verifies(ComponentKey key) throws IOException {
        try (InputStream in = judging.signed().open()) {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key.key());
            byte[] buffer = new byte[1 << 14];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                signature.update(buffer, 0, count);
            }
            return signature.verify();
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }
}
