package org.embargo.openpgp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.Address;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;

/**
 * An OpenPGP certificate (transferable public key, RFC 9580 section 10.1), its self-signatures verified once when it was
 * read. What others certified is left out: this software trusts files and people, not a web of certifications.
 *
 * <p>Immutable; safe for use by many threads.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Certificate {

    Certificate() {}

    /**
     * All certificates in {@code bytes}, armored or binary, several armored blocks included. What can't be read, and any
     * secret key, is skipped; within bounds ({@link OpenPgpPolicy}).
     */
    public static List<Certificate> readAll(byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    /** The one certificate in {@code bytes}; with none or several of them, an exception. */
    public static Certificate read(byte[] bytes) throws CertificateFormatException {
        throw new UnsupportedOperationException();
    }

    /** Fingerprint of the primary key. */
    public Fingerprint fingerprint() {
        throw new UnsupportedOperationException();
    }

    /** Fingerprints of the primary key and of every subkey that it has bound, whatever their state. */
    public Set<Fingerprint> keyFingerprints() {
        throw new UnsupportedOperationException();
    }

    /** Key ids of the same keys. */
    public Set<Long> keyIds() {
        throw new UnsupportedOperationException();
    }

    /** User ids that the certificate certifies itself and has not revoked, the primary one first. */
    public List<Confidential> userIds() {
        throw new UnsupportedOperationException();
    }

    /** Addresses in {@link #userIds()}, in their order; a claim, proven by nobody. */
    public List<Address> addresses() {
        throw new UnsupportedOperationException();
    }

    /** Whether a letter can be encrypted to it at {@code moment}. */
    public boolean canEncryptAt(Instant moment) {
        throw new UnsupportedOperationException();
    }

    /**
     * From when on it can no longer encrypt, as far as is known at {@code now}: the last of its encryption keys has then
     * expired. Empty when one of them never expires, and when none can encrypt now.
     */
    public Optional<Instant> encryptsUntil(Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Whether it was revoked by {@code moment}; as compromised, at any moment. */
    public boolean isRevokedAt(Instant moment) {
        throw new UnsupportedOperationException();
    }

    /** Whether everyone behind it reads SEIPD version 2 (RFC 9580 section 5.13.2). */
    public boolean supportsSeipd2(Instant moment) {
        throw new UnsupportedOperationException();
    }

    /** The packets, without certifications by others. */
    public byte[] binary() {
        throw new UnsupportedOperationException();
    }

    /** {@link #binary()} in ASCII armor, line ends CRLF. */
    public String armored() {
        throw new UnsupportedOperationException();
    }

    /**
     * For an Autocrypt header: primary key, one user id with its newest self-signature, encryption and signing subkeys
     * usable at {@code now} with their newest binding.
     */
    public byte[] minimal(Instant now) {
        throw new UnsupportedOperationException();
    }

    /**
     * This certificate with what {@code other}, of the same primary key, adds: newer bindings, subkeys, revocations.
     *
     * @throws IllegalArgumentException when {@code other} has another primary key
     */
    public Certificate merge(Certificate other) {
        throw new UnsupportedOperationException();
    }
}
