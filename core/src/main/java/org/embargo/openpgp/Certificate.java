package org.embargo.openpgp;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.embargo.model.Address;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;

/**
 * An OpenPGP certificate (transferable public key, RFC 9580 section 10.1), its self-signatures verified once when it was
 * read. What others certified is left out: this software trusts files and people, not a web of certifications.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class Certificate {

    private final ComponentKey primary;
    private final List<ComponentKey> subkeys;
    private final List<UserId> userIds;
    private final byte[] binary;

    private Certificate(ComponentKey primary, List<ComponentKey> subkeys, List<UserId> userIds) throws IOException {
        this.primary = primary;
        this.subkeys = List.copyOf(subkeys);
        this.userIds = List.copyOf(userIds);
        this.binary = CertificateWriter.whole(primary, userIds, subkeys);
    }

    /**
     * All certificates in {@code bytes}, armored or binary, several armored blocks included. What can't be read, and any
     * secret key, is skipped; of more than 4 MiB nothing is read, of more than 100 certificates the first 100.
     */
    public static List<Certificate> readAll(byte[] bytes) {
        return CertificateReader.readAll(bytes);
    }

    /** The one certificate in {@code bytes}; with none or several of them, an exception. */
    public static Certificate read(byte[] bytes) throws CertificateFormatException {
        List<Certificate> all = readAll(bytes);
        if (all.size() != 1) {
            throw new CertificateFormatException(all.size() + " OpenPGP certificates where one should be");
        }
        return all.get(0);
    }

    /** Empty for keys before version 4 and those that certify nothing of themselves. */
    static Optional<Certificate> of(PGPPublicKeyRing ring) throws IOException {
        PGPPublicKey key = ring.getPublicKey();
        if (key.getVersion() != 4 && key.getVersion() != 6) {
            return Optional.empty();
        }
        CertificateParts parts = new CertificateParts(ring);
        ComponentKey primary = parts.primary();
        return primary.bindings().isEmpty() && primary.revocations().isEmpty()
                ? Optional.empty()
                : Optional.of(new Certificate(primary, parts.subkeys(), parts.userIds()));
    }

    /** Fingerprint of the primary key. */
    public Fingerprint fingerprint() {
        return primary.fingerprint();
    }

    /** Id of the primary key. */
    public long keyId() {
        return primary.key().getKeyID();
    }

    /** Fingerprints of the primary key and of every subkey that it has bound, whatever their state. */
    public Set<Fingerprint> keyFingerprints() {
        return keys().map(ComponentKey::fingerprint).collect(Collectors.toUnmodifiableSet());
    }

    /** Key ids of the same keys. */
    public Set<Long> keyIds() {
        return keys().map(each -> each.key().getKeyID()).collect(Collectors.toUnmodifiableSet());
    }

    ComponentKey primary() {
        return primary;
    }

    Stream<ComponentKey> keys() {
        return Stream.concat(Stream.of(primary), subkeys.stream());
    }

    /** User ids that the certificate certifies itself and has not revoked, the primary one first. */
    public List<Confidential> userIds() {
        return validUserIds().map(UserId::text).toList();
    }

    private Stream<UserId> validUserIds() {
        return userIds.stream().filter(UserId::isValid).sorted(UserId.PRIMARY_FIRST);
    }

    /** Addresses in {@link #userIds()}, in their order; a claim, proven by nobody. */
    public List<Address> addresses() {
        return validUserIds()
                .flatMap(each -> each.address().stream())
                .distinct()
                .toList();
    }

    /**
     * Whether {@code voucher} has certified the user id with {@code address} here, and has not taken that back (RFC 9580
     * section 5.2.1.5). Only of a certificate as it was brought: what is kept of one leaves out what others said.
     */
    public boolean isCertifiedBy(Certificate voucher, Address address, Instant now) {
        Certifications by = new Certifications(primary.key(), voucher.primary(), now);
        return !voucher.isRevokedAt(now)
                && validUserIds()
                        .filter(each -> each.address().filter(address::equals).isPresent())
                        .anyMatch(by::standOn);
    }

    /** Whether {@code key} of this certificate is alive at {@code moment} and may sign then. */
    public boolean maySignAt(Fingerprint key, Instant moment) {
        return primary.isAliveAt(moment)
                && keys().filter(each -> each.fingerprint().equals(key))
                        .anyMatch(each -> each.isAliveAt(moment) && each.maySignAt(moment));
    }

    /** Whether a letter can be encrypted to it at {@code moment}. */
    public boolean canEncryptAt(Instant moment) {
        return !encryptionKeysAt(moment).isEmpty();
    }

    /** Whether it has a key that may sign at {@code moment}. */
    public boolean canSignAt(Instant moment) {
        return !signingKeysAt(moment).isEmpty();
    }

    List<ComponentKey> encryptionKeysAt(Instant moment) {
        return usableAt(moment).filter(each -> each.mayEncryptAt(moment)).toList();
    }

    /** Newest first. */
    List<ComponentKey> signingKeysAt(Instant moment) {
        return usableAt(moment)
                .filter(each -> each.maySignAt(moment))
                .sorted(Comparator.comparing(ComponentKey::created).reversed())
                .toList();
    }

    private Stream<ComponentKey> usableAt(Instant moment) {
        return primary.isAliveAt(moment) ? keys().filter(each -> each.isAliveAt(moment)) : Stream.empty();
    }

    /**
     * From when on it can no longer encrypt, as far as is known at {@code now}: the last of its encryption keys has then
     * expired. Empty when one of them never expires, and when none can encrypt now.
     */
    public Optional<Instant> encryptsUntil(Instant now) {
        return lastEnd(encryptionKeysAt(now), now);
    }

    /** As {@link #encryptsUntil}, for its own signatures. */
    public Optional<Instant> signsUntil(Instant now) {
        return lastEnd(signingKeysAt(now), now);
    }

    private Optional<Instant> lastEnd(List<ComponentKey> keys, Instant now) {
        Instant primaryEnd = primary.expiresAfter(now).orElse(Instant.MAX);
        return keys.stream()
                .map(each -> each.expiresAfter(now).orElse(Instant.MAX))
                .map(end -> end.isBefore(primaryEnd) ? end : primaryEnd)
                .max(Instant::compareTo)
                .filter(end -> end.isBefore(Instant.MAX));
    }

    /** Whether it was revoked by {@code moment}; as compromised, at any moment. */
    public boolean isRevokedAt(Instant moment) {
        return primary.isRevokedAt(moment);
    }

    /** Whether the revocation of any of its keys stands in it. */
    public boolean bearsRevocation() {
        return keys().anyMatch(key -> !key.revocations().isEmpty());
    }

    /** Whether everyone behind it reads SEIPD version 2 (RFC 9580 section 5.13.2). */
    public boolean supportsSeipd2(Instant moment) {
        return primary.bindingAt(moment).filter(Binding::readsSeipd2).isPresent();
    }

    /** The packets, without certifications by others. */
    public byte[] binary() {
        return binary.clone();
    }

    /** {@link #binary()} in ASCII armor, line ends CRLF. */
    public String armored() {
        try {
            return ArmorWriter.armored(binary, "PUBLIC KEY BLOCK");
        } catch (IOException e) {
            throw new IllegalStateException("no room in memory", e);
        }
    }

    /**
     * For an Autocrypt header: primary key, the primary user id with its newest self-signature, encryption and signing
     * subkeys usable at {@code now} with their newest binding.
     */
    public byte[] minimal(Instant now) {
        List<ComponentKey> needed = subkeys.stream()
                .filter(each -> each.isAliveAt(now) && (each.mayEncryptAt(now) || each.maySignAt(now)))
                .toList();
        return CertificateWriter.minimal(primary, validUserIds().limit(1).toList(), needed, now);
    }

    /**
     * This certificate with what {@code other}, of the same primary key, adds: newer bindings, subkeys, revocations.
     *
     * @throws IllegalArgumentException when {@code other} has another primary key
     */
    public Certificate merge(Certificate other) {
        if (!fingerprint().equals(other.fingerprint())) {
            throw new IllegalArgumentException(fingerprint() + " is not " + other.fingerprint());
        }
        try {
            return of(PGPPublicKeyRing.join(CertificateReader.ring(binary), CertificateReader.ring(other.binary)))
                    .orElseThrow();
        } catch (IOException | PGPException e) {
            throw new IllegalStateException("a certificate written here can't be read here", e);
        }
    }

    /**
     * This certificate with the revocations of its keys that {@code other}, of the same primary key, has and it has not;
     * nothing else of the other is taken. This very object where there are none.
     *
     * @throws IllegalArgumentException when {@code other} has another primary key
     */
    public Certificate withRevocationsOf(Certificate other) {
        if (!fingerprint().equals(other.fingerprint())) {
            throw new IllegalArgumentException(fingerprint() + " is not " + other.fingerprint());
        }
        Map<Fingerprint, List<Revocation>> known = other.keys()
                .collect(Collectors.toMap(ComponentKey::fingerprint, ComponentKey::revocations, (a, b) -> a));
        ComponentKey whole = revoked(primary, known);
        List<ComponentKey> parts =
                subkeys.stream().map(each -> revoked(each, known)).toList();
        if (whole.equals(primary) && parts.equals(subkeys)) {
            return this;
        }
        try {
            return new Certificate(whole, parts, userIds);
        } catch (IOException e) {
            throw new IllegalStateException("no room in memory", e);
        }
    }

    private static ComponentKey revoked(ComponentKey key, Map<Fingerprint, List<Revocation>> known) {
        return key.with(known.getOrDefault(key.fingerprint(), List.of()));
    }

    /** As {@link #withRevocationsOf}, for one that stands by itself; this very object where its own key did not sign it. */
    public Certificate withRevocation(KeyRevocation revocation) {
        if (revocation.keyId() != primary.key().getKeyID()) {
            return this;
        }
        try {
            return of(revocation.on(CertificateReader.ring(binary)))
                    .map(this::withRevocationsOf)
                    .orElse(this);
        } catch (IOException | PGPException e) {
            throw new IllegalStateException("a certificate written here can't be read here", e);
        }
    }

    /** Two are equal when they hold the same packets. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate that && Arrays.equals(binary, that.binary);
    }

    @Override
    public int hashCode() {
        return fingerprint().hashCode();
    }

    @Override
    public String toString() {
        return "certificate " + fingerprint();
    }
}
