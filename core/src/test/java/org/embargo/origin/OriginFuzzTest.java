package org.embargo.origin;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.embargo.content.Content;
import org.embargo.hostile.Seeds;
import org.embargo.mail.Envelope;
import org.embargo.mail.Origin;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.junit.jupiter.params.provider.MethodSource;

/** DKIM signatures, their keys and records of SPF: all of it is written by whoever sends the mail. */
class OriginFuzzTest {

    private static final NameServer SERVER = NameServer.start();
    private static final NameServers SERVERS = new NameServers(List.of(SERVER.address()));
    private static final AtomicInteger DOMAINS = new AtomicInteger();
    private static final Address RITA = new Address(Judging.RITA);
    private static final SigningDomain DOMAIN =
            SigningDomain.of("reporter.example").publishedAt(SERVER);

    static Stream<byte[]> signedMails() {
        List<byte[]> seeds = new ArrayList<>(Seeds.of(DOMAIN.sign(Judging.MAIL), Judging.MAIL));
        seeds.add(DOMAIN.sign("Subject: x\r\n" + Judging.MAIL).getBytes(StandardCharsets.UTF_8));
        return Seeds.withMutants(seeds);
    }

    @MethodSource("signedMails")
    @FuzzTest
    void anySignatureOfADomainShouldBeJudged(byte[] input) throws IOException {
        DkimCheck.Finding found = DkimCheck.of(Content.of(input), Optional.of(RITA), SERVERS.inquiry());

        assertThat(found.state()).isNotNull();
        assertThat(found.signers()).isSubsetOf("reporter.example");
    }

    static Stream<byte[]> records() {
        return Seeds.withMutants(Seeds.of(
                "v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 a mx:x.example include:%{d}.y.example -all",
                "v=spf1 redirect=_spf.%{d2r-}.example exp=x ptr exists:%{ir}.%{l1r-}.%{d}",
                "v=spf1 a/33 ip4:999.1.1.1/-1 all all +all",
                "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC="));
    }

    @MethodSource("records")
    @FuzzTest
    void anyRecordShouldBeJudged(byte[] input) {
        String domain = "d" + DOMAINS.incrementAndGet() + ".reporter.example";
        String text = new String(input, StandardCharsets.US_ASCII);
        SERVER.text(
                domain, text.substring(0, Math.min(text.length(), 2_000)).replaceAll("[^\\x00-\\x7f]|[\\\\\r\n]", "/"));
        Address author = new Address("rita@" + domain);
        Envelope envelope = new Envelope(
                Optional.of(author),
                new DeskAddress(new DeskName("project"), new DeskRole.Front(), new Address("security@project.example")),
                Instant.EPOCH,
                new Envelope.Client(Judging.CLIENT, "client.example", false));

        Origin.Spf state = SpfCheck.of(envelope, Optional.of(author), SERVERS.inquiry());

        assertThat(state).isNotNull();
    }
}
