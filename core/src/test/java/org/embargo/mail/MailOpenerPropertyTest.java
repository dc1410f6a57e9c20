package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No bytes whatever make the opener throw. */
final class MailOpenerPropertyTest {

    private static final List<String> FRAGMENTS = List.of(
            "Content-Type: multipart/mixed; boundary=b\r\n",
            "Content-Type: multipart/signed; boundary=b\r\n",
            "Content-Type: multipart/encrypted; boundary=\"b\"\r\n",
            "Content-Type: multipart/alternative; boundary*0=b\r\n",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
            "Content-Type: message/delivery-status\r\n",
            "Content-Type: application/pgp-encrypted\r\n",
            "Content-Type: application/pgp-signature\r\n",
            "Content-Type: application/pgp-keys\r\n",
            "Content-Type: application/octet-stream; name=x.asc\r\n",
            "Content-Type: text/html; charset=utf-7\r\n",
            "Content-Type: text/plain; charset*=x''%zz; hp=cipher; protected-headers=v1\r\n",
            "Content-Disposition: attachment; filename*0*=utf-8''%C3; filename*1=\"\\\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "Content-Transfer-Encoding: quoted-printable\r\n",
            "From: <a@b.example>, \"x\" <@,:;>\r\n",
            "Date: Thu, 99 Foo 99999 25:61:00 +9999\r\n",
            "Subject: =?utf-8?B?////?= =?x?Q?=0?=\r\n",
            "Message-ID: <>\r\nReferences: <a@b> <<>>\r\n",
            "Autocrypt: addr=a@b.example; keydata====\r\n",
            "Received: by \r\n",
            "\r\n",
            "\r\n--b\r\n",
            "\r\n--b--\r\n",
            "-----BEGIN PGP MESSAGE-----\r\n\r\n",
            "-----END PGP MESSAGE-----\r\n",
            "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\n",
            "-----BEGIN PGP SIGNATURE-----\r\n\r\n",
            "-----END PGP SIGNATURE-----\r\n",
            "-----BEGIN PGP PUBLIC KEY BLOCK-----\r\n\r\nmDMEZZfvQBYJ\r\n-----END PGP PUBLIC KEY BLOCK-----\r\n",
            "hF4DaGbXAvq8KTkSAQdAuBCPvxP2DHUlhD+VGyhG3jcVkRL125IVSo/VwKjIY1Iw\r\n",
            "=wjpI\r\n",
            "<p>text<a href=x>");

    @Property(tries = 300)
    void anyBytesShouldBeOpened(@ForAll byte[] bytes) {
        assertThat(Mails.open(Mails.raw(bytes)).contentDigest()).hasSize(64);
    }

    @Property(tries = 1_000)
    void anyMixOfMailPiecesShouldBeOpened(@ForAll("mixes") byte[] bytes) {
        assertThat(Mails.open(Mails.raw(bytes)).contentDigest()).hasSize(64);
    }

    @Property(tries = 300)
    void anyMailOfTheCorpusWithAChangeShouldBeOpened(
            @ForAll("corpusMails") byte[] mail, @ForAll double where, @ForAll byte what) {
        byte[] changed = mail.clone();
        changed[(int) (Math.abs(where % 1) * (changed.length - 1))] = what;

        assertThat(Mails.open(Mails.raw(changed)).contentDigest()).hasSize(64);
    }

    @Provide
    Arbitrary<byte[]> mixes() {
        Arbitrary<byte[]> fragment = Arbitraries.of(FRAGMENTS).map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(8);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, fragment), net.jqwik.api.Tuple.of(1, noise))
                .list()
                .ofMaxSize(30)
                .map(MailOpenerPropertyTest::joined);
    }

    @Provide
    Arbitrary<byte[]> corpusMails() {
        MailCorpus corpus = MailCorpus.here();
        return Arbitraries.of(corpus.messages().stream()
                        .map(each -> each.get("file").asText())
                        .filter(file -> !file.contains("bomb"))
                        .toList())
                .map(corpus::bytes);
    }

    private static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pieces.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
