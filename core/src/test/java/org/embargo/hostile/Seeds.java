package org.embargo.hostile;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What hostile bytes are made from: the corpus of mails, pieces of it, and texts of a test's own. */
public final class Seeds {

    private static final Pattern ARMOR = Pattern.compile("(?s)-----BEGIN PGP [A-Z ]+-----.*?-----END PGP [A-Z ]+-----");
    /** One seed more for each mutant in the normal suite. */
    private static final int MUTANTS = Integer.getInteger("embargo.fuzz.mutants", 300);

    private Seeds() {}

    /** All mails of the corpus, as they came. */
    public static List<byte[]> mails() {
        try {
            Path corpus = folder();
            List<byte[]> mails = new ArrayList<>();
            new ObjectMapper()
                    .readTree(corpus.resolve("manifest.json").toFile())
                    .get("messages")
                    .forEach(each ->
                            mails.add(bytes(corpus.resolve(each.get("file").asText()))));
            return mails;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All armored blocks in the corpus. */
    public static List<byte[]> armoredBlocks() {
        List<byte[]> blocks = new ArrayList<>();
        for (byte[] mail : mails()) {
            Matcher matcher = ARMOR.matcher(new String(mail, StandardCharsets.ISO_8859_1));
            while (matcher.find()) {
                blocks.add(matcher.group().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return blocks;
    }

    public static List<byte[]> of(String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** The seeds themselves and a bounded number of mutants; the same in every run. */
    public static Stream<byte[]> withMutants(List<byte[]> seeds) {
        return withMutants(seeds, Function.identity());
    }

    /** As above, of what {@code made} makes from them; mutants are made from the seeds themselves. */
    public static Stream<byte[]> withMutants(List<byte[]> seeds, Function<byte[], byte[]> made) {
        Mutations mutations = new Mutations(seeds);
        Stream<byte[]> mutants = Stream.iterate(0, i -> i < MUTANTS, i -> i + 1).map(mutations::mutant);
        return Stream.concat(seeds.stream(), mutants).map(made);
    }

    /** Where the corpus lies. */
    public static Path folder() {
        try {
            return Path.of(
                    Objects.requireNonNull(Seeds.class.getResource("/corpus")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("test resources are no folder", e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
