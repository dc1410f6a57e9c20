package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Somebody outside, with the gpg program and a key ring of his own: makes reports and reads answers. The ring lies in a
 * short path, since its agent's socket lies there too; agent and ring are gone after {@link #close()}.
 */
public final class GpgHome implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final String CERTIFIES_AND_OPENS =
            Kind.ED25519.request.replace("Key-Usage: sign", "Key-Usage: cert");

    private final Path folder;
    private final String address;
    private final String fingerprint;

    private GpgHome(String address, Kind kind, String expiry, String... options) throws IOException {
        this(address, kind.request, expiry, options);
    }

    private GpgHome(String address, String made, String expiry, String... options) throws IOException {
        this.folder = Files.createTempDirectory(Path.of("/tmp"), "eg");
        this.address = address;
        String request =
                "%no-protection\n" + made + "Name-Email: " + address + "\nExpire-Date: " + expiry + "\n%commit\n";
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--generate-key");
        assertThat(run(bytes(request), arguments.toArray(String[]::new)).exit()).isZero();
        this.fingerprint = fingerprintOf(address);
    }

    /** What a key is made of: one part signs, the other opens. */
    public enum Kind {
        ED25519("EDDSA", "Curve: ed25519", "ECDH", "Curve: cv25519"),
        NIST_P256("ECDSA", "Curve: nistp256", "ECDH", "Curve: nistp256"),
        NIST_P384("ECDSA", "Curve: nistp384", "ECDH", "Curve: nistp384"),
        RSA_2048("RSA", "Length: 2048", "RSA", "Length: 2048"),
        RSA_3072("RSA", "Length: 3072", "RSA", "Length: 3072");

        private final String request;

        Kind(String signing, String signingSize, String opening, String openingSize) {
            this.request = "Key-Type: " + signing + "\nKey-" + signingSize + "\nKey-Usage: sign\nSubkey-Type: "
                    + opening + "\nSubkey-" + openingSize + "\nSubkey-Usage: encrypt\n";
        }
    }

    /** With a new key that does not expire. */
    public static GpgHome of(String address) throws IOException {
        return of(address, Kind.ED25519);
    }

    public static GpgHome of(String address, Kind kind) throws IOException {
        return new GpgHome(address, kind, "0");
    }

    /** With a key that is good for so long. */
    public static GpgHome expiring(String address, Duration left) throws IOException {
        return new GpgHome(address, Kind.ED25519, "seconds=" + left.toSeconds());
    }

    /** With a key that expired long ago. */
    public static GpgHome expired(String address) throws IOException {
        return new GpgHome(address, Kind.ED25519, "30d", "--faked-system-time", "20200101T000000!");
    }

    /** With a key that was made so long ago, and signs as of any time since. */
    public static GpgHome aged(String address, Duration age) throws IOException {
        return new GpgHome(address, Kind.ED25519, "0", ago(age));
    }

    /** With a key that was made so long ago, and signs by a subkey which was good for so long. */
    static GpgHome withSigningSubkey(String address, Duration age, Duration good) throws IOException {
        GpgHome home = new GpgHome(address, CERTIFIES_AND_OPENS, "0", ago(age));
        Outcome added = home.run(
                new byte[0],
                ago(age),
                "--pinentry-mode=loopback",
                "--passphrase=",
                "--quick-add-key",
                home.fingerprint,
                "ed25519",
                "sign",
                "seconds=" + good.toSeconds());
        assertThat(added.exit()).isZero();
        return home;
    }

    /** With a key that opens mail and signs none. */
    static GpgHome unableToSign(String address) throws IOException {
        return new GpgHome(address, CERTIFIES_AND_OPENS, "0");
    }

    /** The option by which gpg takes it to be so long ago; with a negative duration, so long from now. */
    static String ago(Duration age) {
        return "--faked-system-time="
                + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT)
                        .format(ZonedDateTime.now(ZoneOffset.UTC).minus(age));
    }

    /**
     * What gpg did.
     *
     * @param output what it wrote, a character for each byte
     * @param status its status lines
     */
    public record Outcome(int exit, String output, String status) {

        /** A good signature, valid now, by the key with this primary fingerprint. */
        public boolean isSignedBy(String fingerprint) {
            return status.contains("[GNUPG:] GOODSIG ")
                    && status.lines()
                            .anyMatch(line -> line.startsWith("[GNUPG:] VALIDSIG ") && line.endsWith(fingerprint));
        }

        public boolean isDecrypted() {
            return exit == 0 && status.contains("[GNUPG:] DECRYPTION_OKAY");
        }
    }

    public String address() {
        return address;
    }

    /** For other programs that run gpg. */
    Path folder() {
        return folder;
    }

    public String fingerprint() {
        return fingerprint;
    }

    /** In ASCII armor. */
    public String certificate() throws IOException {
        return run(new byte[0], "--armor", "--export", fingerprint).output();
    }

    /** Takes a certificate into the ring, and returns its fingerprint. */
    public String learn(String armored) throws IOException {
        Outcome outcome = run(bytes(armored), "--import");
        return outcome.status()
                .lines()
                .filter(line -> line.startsWith("[GNUPG:] IMPORT_OK "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("gpg imported nothing: " + outcome));
    }

    /** Another certificate, certified by this one's key. */
    String certified(GpgHome newer) throws IOException {
        learn(newer.certificate());
        assertThat(run(new byte[0], "--quick-sign-key", newer.fingerprint).exit())
                .isZero();
        return run(new byte[0], "--armor", "--export", newer.fingerprint).output();
    }

    /** In ASCII armor, to all of these fingerprints. */
    public String encrypted(String text, String... recipients) throws IOException {
        return made(text, "--encrypt", recipients);
    }

    public String signedAndEncrypted(String text, String... recipients) throws IOException {
        return made(text, "--sign", concat("--encrypt", recipients));
    }

    /** A cleartext-signed text. */
    public String clearsigned(String text) throws IOException {
        return made(text, "--clear-sign");
    }

    /** A signature alone, over exactly this text. */
    public String detached(String text) throws IOException {
        return made(text, "--detach-sign");
    }

    /** Makes the key live on in this ring; the certificate that others have is as it was. */
    public void prolong() throws IOException {
        assertThat(run(new byte[0], "--quick-set-expire", fingerprint, "0").exit())
                .isZero();
        for (String subkey : fingerprintsOf(address).skip(1).toList()) {
            assertThat(run(new byte[0], "--quick-set-expire", fingerprint, "0", subkey)
                            .exit())
                    .isZero();
        }
    }

    /** The certificate with its revocation, which this ring does not know of. */
    public String revokedCertificate() throws IOException {
        String revocation = Files.readString(folder.resolve("openpgp-revocs.d/" + fingerprint + ".rev"))
                .replace(":-----BEGIN", "-----BEGIN");
        try (GpgHome other = of("elsewhere@revoked.example")) {
            other.learn(certificate());
            assertThat(other.run(bytes(revocation), "--import").exit()).isZero();
            return other.run(new byte[0], "--armor", "--export", fingerprint).output();
        }
    }

    private static String[] concat(String option, String[] recipients) {
        return Stream.concat(Stream.of(option), Stream.of(recipients)).toArray(String[]::new);
    }

    private String made(String text, String verb, String... rest) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--armor", "--compress-algo", "none", verb));
        for (String each : rest) {
            arguments.addAll(each.startsWith("--") ? List.of(each) : List.of("--recipient", each));
        }
        Outcome outcome = run(bytes(text), arguments.toArray(String[]::new));
        assertThat(outcome.exit()).as(outcome.toString()).isZero();
        return outcome.output();
    }

    public Outcome decrypt(String armored) throws IOException {
        return run(bytes(armored), "--decrypt");
    }

    public Outcome verify(String signed, String signature) throws IOException {
        Path content = Files.write(folder.resolve("signed"), bytes(signed));
        Path detached = Files.write(folder.resolve("signature"), bytes(signature));
        return run(new byte[0], "--verify", detached.toString(), content.toString());
    }

    /** What is inside a letter in PGP/MIME that is encrypted to this person and signed by {@code signer}. */
    public Mime open(Mime letter, String signer) throws IOException {
        assertThat(letter.type()).isEqualTo("multipart/encrypted");
        assertThat(letter.parameter("protocol")).contains("application/pgp-encrypted");
        List<Mime> parts = letter.parts();
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).type()).isEqualTo("application/pgp-encrypted");
        assertThat(parts.get(0).text().strip()).isEqualTo("Version: 1");
        assertThat(parts.get(1).type()).isEqualTo("application/octet-stream");
        Outcome outcome = decrypt(parts.get(1).body());
        assertThat(outcome.isDecrypted()).as(outcome.status()).isTrue();
        assertThat(outcome.isSignedBy(signer)).as(outcome.status()).isTrue();
        return Mime.of(outcome.output());
    }

    /** What {@code signer} signed in a letter in PGP/MIME that is not encrypted. */
    public Mime check(Mime letter, String signer) throws IOException {
        assertThat(letter.type()).isEqualTo("multipart/signed");
        assertThat(letter.parameter("protocol")).contains("application/pgp-signature");
        assertThat(letter.parameter("micalg").orElse("")).startsWith("pgp-sha");
        List<Mime> parts = letter.parts();
        assertThat(parts).hasSize(2);
        assertThat(parts.get(1).type()).isEqualTo("application/pgp-signature");
        Outcome outcome = verify(parts.get(0).raw(), parts.get(1).body());
        assertThat(outcome.isSignedBy(signer)).as(outcome.status()).isTrue();
        return parts.get(0);
    }

    private String fingerprintOf(String who) throws IOException {
        return fingerprintsOf(who).findFirst().orElseThrow();
    }

    /** Of the primary key first. */
    private Stream<String> fingerprintsOf(String who) throws IOException {
        return run(new byte[0], "--with-colons", "--list-keys", who)
                .output()
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .map(line -> line.replaceAll("[^0-9A-F]", ""));
    }

    private Outcome run(byte[] input, String... arguments) throws IOException {
        Path in = Files.write(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path status = folder.resolve("status");
        List<String> command = new ArrayList<>(List.of("gpg", "--homedir", folder.toString(), "--batch", "--quiet"));
        command.addAll(List.of("--no-auto-key-locate", "--trust-model", "always"));
        command.addAll(List.of("--status-file", status.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        return new Outcome(
                exitOf(process),
                Files.readString(out, StandardCharsets.ISO_8859_1),
                Files.readString(status, StandardCharsets.ISO_8859_1));
    }

    private static int exitOf(Process process) throws IOException {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("gpg did not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        Process kill = new ProcessBuilder("gpgconf", "--homedir", folder.toString(), "--kill", "all")
                .redirectErrorStream(true)
                .start();
        try (InputStream said = kill.getInputStream()) {
            said.readAllBytes();
        }
        while (Files.exists(folder)) {
            deleteFolder();
        }
    }

    private void deleteFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                deleteQuietly(file);
            }
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof NoSuchFileException)) {
                throw e;
            }
            // the agent was faster
        }
    }

    /** The agent removes its sockets itself, at the same time. */
    private static void deleteQuietly(Path file) throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            // the agent was faster
        }
    }

    @Override
    public String toString() {
        return "gpg of " + address.toLowerCase(Locale.ROOT);
    }
}
