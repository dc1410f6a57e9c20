package org.embargo.desk.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.embargo.config.DeskConfig;
import org.embargo.config.DeskFolder;
import org.embargo.config.EmbargoConfig;
import org.embargo.config.UpstreamConfig;
import org.embargo.config.UpstreamConfig.Proof;
import org.embargo.model.Address;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.CertificateFormatException;
import org.embargo.openpgp.DeskKeys;
import org.embargo.openpgp.SecretKeyException;

/** The files with the keys of one desk and the certificates of its team. It makes and changes none. */
public final class DeskKeyFiles {

    private final EmbargoConfig config;
    private final DeskConfig desk;
    private final DeskFolder folder;
    private final Function<String, Optional<String>> environment;

    public DeskKeyFiles(EmbargoConfig config, DeskConfig desk) {
        this(config, desk, name -> Optional.ofNullable(System.getenv(name)));
    }

    /**
     * Of one desk.
     *
     * @param environment the process's, by name
     */
    public DeskKeyFiles(EmbargoConfig config, DeskConfig desk, Function<String, Optional<String>> environment) {
        this.environment = environment;
        this.config = config;
        this.desk = desk;
        this.folder = config.folder(desk);
    }

    /**
     * The certificate of each member; expired ones count, since the desk then says so by mail.
     *
     * @throws StartException when a file holds no certificate, or two members have the same
     */
    public Map<Address, Certificate> team() throws IOException {
        Map<Address, Certificate> team = new HashMap<>();
        Map<Fingerprint, Path> seen = new HashMap<>();
        for (Address member : desk.team()) {
            Path file = folder.teamCertificate(member);
            Certificate certificate = certificate(file);
            Path other = seen.put(certificate.fingerprint(), file);
            if (other != null) {
                throw new StartException(other + " and " + file
                        + " hold the same certificate: each member needs one of his own, or nothing proves who acts");
            }
            team.put(member, certificate);
        }
        return team;
    }

    /**
     * The certificate of each upstream whose signature proves what it announces, by name.
     *
     * @throws StartException when a file holds no certificate
     */
    public Map<String, Certificate> upstreams() throws IOException {
        Map<String, Certificate> upstreams = new HashMap<>();
        for (UpstreamConfig upstream : desk.upstreams()) {
            Optional<Path> file = upstream.certificate().filter(named -> upstream.proof() == Proof.SIGNATURE);
            if (file.isPresent()) {
                upstreams.put(upstream.name(), certificate(file.get()));
            }
        }
        return upstreams;
    }

    private static Certificate certificate(Path file) throws IOException {
        try {
            return Certificate.read(Files.readAllBytes(file));
        } catch (CertificateFormatException e) {
            throw new StartException(
                    file + " must hold exactly one OpenPGP certificate, as gpg --armor --export writes it", e);
        }
    }

    /**
     * The desk's keys, unlocked.
     *
     * @throws StartException when one can't be read or unlocked
     */
    public DeskKeys read() throws IOException {
        List<byte[]> former = new ArrayList<>();
        for (Path file : folder.formerKeys()) {
            former.add(Files.readAllBytes(file));
        }
        List<char[]> passphrases = passphrases();
        try {
            return DeskKeys.read(Files.readAllBytes(folder.secretKeyFile()), former, passphrases);
        } catch (SecretKeyException e) {
            throw new StartException(
                    "a secret key of desk " + desk.name() + " can't be read or unlocked (" + e.getMessage()
                            + "): its passphrase is expected in " + passphraseFile() + ", or in the environment as "
                            + passphraseVariable() + ", one line for each key that has another",
                    e);
        } finally {
            passphrases.forEach(passphrase -> Arrays.fill(passphrase, '\0'));
        }
    }

    /** Those of the environment, where there are any; else those of the file. */
    List<char[]> passphrases() throws IOException {
        List<String> lines = environment
                .apply(passphraseVariable())
                .map(text -> text.lines().toList())
                .orElse(List.of());
        if (lines.isEmpty() && Files.exists(passphraseFile())) {
            lines = Files.readAllLines(passphraseFile(), StandardCharsets.UTF_8);
        }
        return lines.stream()
                .filter(line -> !line.isEmpty())
                .map(String::toCharArray)
                .toList();
    }

    /** For desk {@code py-ca}: EMBARGO_PASSPHRASE_PY_CA. */
    String passphraseVariable() {
        return "EMBARGO_PASSPHRASE_"
                + desk.name().value().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    Path passphraseFile() {
        return config.server().passphraseFile(desk.name());
    }
}
