package org.embargo.origin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A domain that signs mail by DKIM, relaxed for the header and simple for the body: written from RFC 6376, without the
 * library under test.
 */
public final class SigningDomain {

    private static final String FIELDS = "from:to:subject:date:message-id";

    private final String domain;
    private final KeyPair key;
    private final String tags;
    private final String fields;
    private final String algorithm;

    private SigningDomain(String domain, KeyPair key, String tags, String fields, String algorithm) {
        this.domain = domain;
        this.key = key;
        this.tags = tags;
        this.fields = fields;
        this.algorithm = algorithm;
    }

    public static SigningDomain of(String domain) {
        return of(domain, 2048);
    }

    static SigningDomain of(String domain, int keyBits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(keyBits);
            return new SigningDomain(domain, generator.generateKeyPair(), "", FIELDS, "256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With further tags in its signatures, each ended by a semicolon. */
    SigningDomain with(String moreTags) {
        return new SigningDomain(domain, key, moreTags, fields, algorithm);
    }

    SigningDomain over(String signedFields) {
        return new SigningDomain(domain, key, tags, signedFields, algorithm);
    }

    SigningDomain bySha(String bits) {
        return new SigningDomain(domain, key, tags, fields, bits);
    }

    /** Its key, where anybody finds it. */
    public SigningDomain publishedAt(NameServer server) {
        return publishedAt(server, "v=DKIM1; k=rsa; ");
    }

    SigningDomain publishedAt(NameServer server, String recordTags) {
        server.text("s._domainkey." + domain, record(recordTags));
        return this;
    }

    String record(String recordTags) {
        return recordTags + "p=" + base64(key.getPublic().getEncoded());
    }

    /** The mail with its signature on top; {@code bodyBytes} of the body are signed. */
    String sign(String mail, int bodyBytes) {
        int end = mail.indexOf("\r\n\r\n");
        String body = mail.substring(end + 4);
        byte[] signed = Arrays.copyOf(body.getBytes(StandardCharsets.UTF_8), bodyBytes);
        String stub = "v=1; a=rsa-sha" + algorithm + "; c=relaxed/simple; d=" + domain + "; s=s; " + tags + "h="
                + fields + "; bh=" + base64(digest(signed)) + "; b=";
        String header = canonical(mail.substring(0, end + 2)) + "dkim-signature:" + stub;
        return "DKIM-Signature: " + stub + base64(signature(header)) + "\r\n" + mail;
    }

    public String sign(String mail) {
        return sign(mail, mail.substring(mail.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.UTF_8).length);
    }

    /** The fields that are signed: each time a name stands in the list, the next one of that name from below. */
    private String canonical(String header) {
        List<String> left = new ArrayList<>(List.of(header.split("\r\n(?![ \t])")));
        StringBuilder canonical = new StringBuilder();
        for (String name : fields.split(":", -1)) {
            String start = name + ":";
            for (int i = left.size() - 1; i >= 0; i--) {
                if (left.get(i).toLowerCase(Locale.ROOT).startsWith(start)) {
                    String value = left.remove(i).substring(start.length()).replaceAll("\r\n", "");
                    canonical
                            .append(start)
                            .append(value.replaceAll("[ \t]+", " ").strip())
                            .append("\r\n");
                    break;
                }
            }
        }
        return canonical.toString();
    }

    private byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-" + algorithm).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] signature(String header) {
        try {
            Signature signature = Signature.getInstance("SHA" + algorithm + "withRSA");
            signature.initSign(key.getPrivate());
            signature.update(header.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
