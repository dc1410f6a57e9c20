package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.mail.OpenedMail;
import org.embargo.outbox.OutgoingMail;

/** A desk with a private list and a case on its way to disclosure, in ten days from the start. */
final class NoticeDesk implements AutoCloseable {

    static final Instant HOUR = TestHome.START.plus(Duration.ofDays(10));
    static final Instant DUE = HOUR.minus(Duration.ofDays(7));

    private static final Pattern CASE = Pattern.compile("PYCA-2026-\\d{4,}");
    private static final Pattern APPROVE = Pattern.compile("/approve [a-z2-7]{26,64}");
    private static final Pattern REPLY_TO = Pattern.compile("(?m)^Reply-To: (\\S+)");

    final BookMails mails;
    final TestHome home;
    final Person rita = BookMails.person("rita@reporter.example");
    final List<Person> vendors = new ArrayList<>();
    final String report;
    final String caseId;

    NoticeDesk(Path folder, String settings, Person... vendors) {
        this.mails = new BookMails(folder, settings);
        this.home = mails.home;
        for (Person vendor : vendors) {
            add(vendor);
        }
        home.sent.clear();
        String fields = TestHome.fields(rita.address().value(), "report");
        this.report = rita.encrypted(mails.desk(), fields, "secret words", true, now());
        home.receive(rita.address().value(), TestHome.DESK, report);
        this.caseId = found(CASE, text(home.sentTo(BookMails.ALICE).get(0)));
        order("/accept\n/title Overflow in the parser\n/description\nIt overflows.\n/end\n/affects < 45.0.2\n"
                + "/remedy\nUpgrade.\n/end\n/fixed 45.0.2\n/patch none\n/disclose " + HOUR + "\n");
        assertThat(mails.transcript(home.alice)).startsWith("Done");
    }

    void add(Person vendor) {
        String address = vendor.address().value();
        mails.order(
                home.alice,
                "/recipient add Vendor " + address.replace("@", " at ") + " <" + address + ">\n",
                vendor.certificate().armored());
        assertThat(mails.transcript(home.alice)).startsWith("Done");
        vendors.add(vendor);
    }

    void order(String text) {
        mails.orderAt(caseAddress(), caseId, home.alice, text);
    }

    void approve() {
        order(approval());
        assertThat(mails.transcript(home.alice)).startsWith("Done");
    }

    /** Has what would go out shown; the command that approves it. */
    String approval() {
        order("/preview\n");
        return found(APPROVE, mails.transcript(home.alice)) + "\n";
    }

    /** Goes on to {@code moment} in steps, and says when each letter was handed over to whom. */
    Map<OutgoingMail, Instant> runTo(Instant moment, Duration step) {
        home.sent.clear();
        Map<OutgoingMail, Instant> handedOver = new LinkedHashMap<>();
        while (now().isBefore(moment)) {
            Duration left = Duration.between(now(), moment);
            home.clock.move(step.compareTo(left) < 0 ? step : left);
            home.embargo().runDue();
            home.sent.forEach(mail -> handedOver.putIfAbsent(mail, now()));
        }
        return handedOver;
    }

    /** The last part of the way to the hour of the notices, minute by minute. */
    Map<OutgoingMail, Instant> runOverTheNotice() {
        runTo(DUE.minus(Duration.ofMinutes(16)), Duration.ofHours(12));
        return runTo(DUE.plus(Duration.ofMinutes(1)), Duration.ofMinutes(1));
    }

    List<OutgoingMail> toVendors() {
        return vendors.stream()
                .flatMap(vendor -> home.sentTo(vendor.address().value()).stream())
                .toList();
    }

    OutgoingMail onlyTo(Person reader) {
        List<OutgoingMail> all = home.sentTo(reader.address().value());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    OpenedMail opened(Person reader, OutgoingMail mail) {
        return reader.read(mail.message(), mails.desk(), home.spools(), now());
    }

    String board() {
        order("/status\n");
        return mails.transcript(home.alice);
    }

    /** What the team was told meanwhile. */
    List<String> toBob() {
        return mails.bodies(home.bob);
    }

    static String answerAddress(OutgoingMail mail) {
        return found(REPLY_TO, text(mail)).substring("Reply-To: ".length());
    }

    String caseAddress() {
        return "security+" + caseId.toLowerCase(Locale.ROOT) + "@project.example";
    }

    Instant now() {
        return home.clock.instant();
    }

    static String text(OutgoingMail mail) {
        try {
            return new String(mail.message().bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    @Override
    public void close() {
        mails.close();
    }
}
