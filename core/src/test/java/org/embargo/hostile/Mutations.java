package org.embargo.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mutants of mails: flipped bits, cuts, fields doubled and in another order, boundaries changed, damaged base64, mails
 * wrapped in mails, two mails grown together. The mutant of a number is the same in every run. Bytes are handled as
 * Latin-1 text, so that none is lost.
 */
public final class Mutations {

    private static final int LONGEST_CHARS = 1 << 20;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";\r\n]+)");
    private static final Pattern BASE64_LINE = Pattern.compile("(?m)^[A-Za-z0-9+/]{40,76}=*\r?$");
    private static final List<String> FIELDS = List.of(
            "From: mallory@elsewhere.example",
            "From: \"security@project.example\" <alice@reporter.example>, bob@reporter.example",
            "Reply-To: victim@elsewhere.example",
            "Sender: alice@reporter.example",
            "Auto-Submitted: auto-replied",
            "Precedence: bulk",
            "List-Id: <openssl-announce.openssl.org>",
            "Subject: [CORP-2026-1000] =?utf-8?Q?x=0D=0ABcc:_victim@elsewhere.example?=",
            "Subject: {{desk}} {{#findings}}{{{subject}}}{{/findings}}",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
            "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; micalg=pgp-md5; boundary=x",
            "Content-Type: text/plain; charset=utf-7",
            "Content-Type: text/plain; charset*0*=utf-16le''%FF; charset*9999999=x",
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Disposition: attachment; filename=\"../../../../etc/cron.d/x\"",
            "Content-Disposition: attachment; filename*=utf-8''..%2F..%0D%0ABcc%3A%20x",
            "In-Reply-To: <" + "a".repeat(3000) + "@project.example>",
            "References: " + "<a@b>\r\n ".repeat(200),
            "Message-ID: <>",
            "Date: Fri, 31 Feb 99999999999 25:61:61 +9999",
            "Autocrypt: addr=alice@reporter.example; prefer-encrypt=mutual; keydata=AAAA====",
            "DKIM-Signature: v=1; a=rsa-sha256; d=reporter.example; s=x; h=from:from:from; l=0; bh=; b=AA",
            "Received: by localhost; by mx.project.example",
            "X-Long: " + "x".repeat(90_000),
            "=?utf-8?B?4oCu?=: \0\u0001\u00ff");

    private final List<String> seeds;
    private final List<BiFunction<String, Random, String>> changes = List.of(
            Mutations::flipBits,
            Mutations::flipBits,
            Mutations::cutOff,
            Mutations::cutOut,
            Mutations::doubleSlice,
            Mutations::shuffleFields,
            Mutations::doubleField,
            Mutations::plantField,
            Mutations::plantField,
            Mutations::dropField,
            Mutations::changeBoundary,
            Mutations::dropBoundaryLine,
            Mutations::damageBase64,
            Mutations::swapLines,
            Mutations::changeLineEnds,
            Mutations::wrap,
            this::growTogether);

    public Mutations(List<byte[]> seeds) {
        this.seeds = seeds.stream()
                .map(seed -> new String(seed, StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** One to four changes to one of the seeds. */
    public byte[] mutant(int number) {
        Random random = new Random(0x5eed_0000L + number);
        // the first numbers of neighbouring seeds resemble each other
        random.nextLong();
        String mutant = seeds.get(random.nextInt(seeds.size()));
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            mutant = changes.get(random.nextInt(changes.size())).apply(mutant, random);
        }
        return mutant.substring(0, Math.min(mutant.length(), LONGEST_CHARS)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String flipBits(String mail, Random random) {
        char[] chars = mail.toCharArray();
        for (int i = random.nextInt(8); i >= 0 && chars.length > 0; i--) {
            int at = random.nextInt(chars.length);
            chars[at] = (char) (chars[at] ^ (1 << random.nextInt(8)));
        }
        return new String(chars);
    }

    private static String cutOff(String mail, Random random) {
        return mail.substring(0, at(mail, random));
    }

    private static String cutOut(String mail, Random random) {
        int from = at(mail, random);
        return mail.substring(0, from) + mail.substring(Math.min(mail.length(), from + random.nextInt(200)));
    }

    private static String doubleSlice(String mail, Random random) {
        int from = at(mail, random);
        int to = Math.min(mail.length(), from + random.nextInt(400));
        return mail.substring(0, to) + mail.substring(from, to).repeat(random.nextInt(30)) + mail.substring(to);
    }

    private static String shuffleFields(String mail, Random random) {
        List<String> fields = fields(mail);
        Collections.shuffle(fields, random);
        return String.join("\r\n", fields) + body(mail);
    }

    private static String doubleField(String mail, Random random) {
        List<String> fields = fields(mail);
        String doubled = fields.get(random.nextInt(fields.size()));
        fields.addAll(random.nextInt(fields.size()), Collections.nCopies(1 + random.nextInt(5), doubled));
        return String.join("\r\n", fields) + body(mail);
    }

    private static String plantField(String mail, Random random) {
        List<String> fields = fields(mail);
        fields.add(random.nextInt(fields.size() + 1), FIELDS.get(random.nextInt(FIELDS.size())));
        return String.join("\r\n", fields) + body(mail);
    }

    private static String dropField(String mail, Random random) {
        List<String> fields = fields(mail);
        fields.remove(random.nextInt(fields.size()));
        return String.join("\r\n", fields) + body(mail);
    }

    private static String changeBoundary(String mail, Random random) {
        Matcher matcher = BOUNDARY.matcher(mail);
        if (!matcher.find()) {
            return "Content-Type: multipart/mixed; boundary=\"\"\r\n" + mail;
        }
        String old = matcher.group(1);
        List<String> others = List.of("", "-", " ", old.substring(1), old + old, "x".repeat(2000), "--" + old, "\0");
        String other = others.get(random.nextInt(others.size()));
        return random.nextBoolean()
                ? mail.replace(old, other)
                : mail.substring(0, matcher.start(1)) + other + mail.substring(matcher.end(1));
    }

    private static String dropBoundaryLine(String mail, Random random) {
        List<String> lines = lines(mail);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("--")) {
                found.add(i);
            }
        }
        if (!found.isEmpty()) {
            lines.remove((int) found.get(random.nextInt(found.size())));
        }
        return String.join("\r\n", lines);
    }

    private static String damageBase64(String mail, Random random) {
        Matcher matcher = BASE64_LINE.matcher(mail);
        List<String> damages = List.of("=", "====", "\0", "-_", " ", "\r\n\r\n", "\u00ff", "-----END PGP MESSAGE-----");
        StringBuilder damaged = new StringBuilder();
        while (matcher.find()) {
            String line = matcher.group();
            if (random.nextInt(6) == 0) {
                int at = random.nextInt(line.length());
                line = line.substring(0, at) + damages.get(random.nextInt(damages.size())) + line.substring(at);
            }
            matcher.appendReplacement(damaged, Matcher.quoteReplacement(line));
        }
        return matcher.appendTail(damaged).toString();
    }

    private static String swapLines(String mail, Random random) {
        List<String> lines = lines(mail);
        for (int i = 0; i < 3; i++) {
            Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        }
        return String.join("\r\n", lines);
    }

    private static String changeLineEnds(String mail, Random random) {
        List<String> ends = List.of("\n", "\r", "\r\r\n", "\n\r", "\r\n\r\n", "");
        return mail.replace("\r\n", ends.get(random.nextInt(ends.size())));
    }

    private static String wrap(String mail, Random random) {
        String wrapped = mail;
        int layers = 1 + random.nextInt(random.nextInt(4) == 0 ? 60 : 3);
        for (int i = 0; i < layers && wrapped.length() < LONGEST_CHARS / 2; i++) {
            wrapped = layer(wrapped, i, random);
        }
        return "From: mallory@elsewhere.example\r\nSubject: wrapped\r\nMIME-Version: 1.0\r\n" + wrapped;
    }

    private static String layer(String mail, int depth, Random random) {
        String boundary = "layer-" + depth;
        return switch (random.nextInt(5)) {
            case 0 -> "Content-Type: message/rfc822\r\n\r\n" + mail;
            case 1 ->
                "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(mail.getBytes(StandardCharsets.ISO_8859_1));
            case 2 ->
                "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=\""
                        + boundary
                        + "\"\r\n\r\n--" + boundary
                        + "\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--"
                        + boundary + "\r\n" + mail + "\r\n--" + boundary + "--\r\n";
            case 3 ->
                "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=" + boundary
                        + "\r\n\r\n--" + boundary + "\r\n" + mail + "\r\n--" + boundary
                        + "\r\nContent-Type: application/pgp-signature\r\n\r\n" + mail + "\r\n--" + boundary + "--\r\n";
            default ->
                "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n" + mail
                        + "\r\n--" + boundary + "\r\nContent-Type: text/html\r\n\r\n<img src=\"http://e.example/\r\n--"
                        + boundary + "--\r\n";
        };
    }

    private String growTogether(String mail, Random random) {
        String other = seeds.get(random.nextInt(seeds.size()));
        return mail.substring(0, at(mail, random)) + other.substring(at(other, random));
    }

    private static int at(String mail, Random random) {
        return random.nextInt(mail.length() + 1);
    }

    private static List<String> fields(String mail) {
        int end = mail.indexOf("\r\n\r\n");
        String header = end < 0 ? mail : mail.substring(0, end);
        return new ArrayList<>(Arrays.asList(header.split("\r\n(?![ \t])", -1)));
    }

    private static String body(String mail) {
        int end = mail.indexOf("\r\n\r\n");
        return end < 0 ? "" : mail.substring(end);
    }

    private static List<String> lines(String mail) {
        return new ArrayList<>(Arrays.asList(mail.split("\r\n", -1)));
    }
}
