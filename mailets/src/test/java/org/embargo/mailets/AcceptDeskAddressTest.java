package org.embargo.mailets;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.configuration2.Configuration;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.embargo.desk.Embargo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which recipients the door takes, in our own server and inside an operator's James. */
class AcceptDeskAddressTest {
    private static final String DESK = "security@project.example";
    private static final String OTHER = "bob@project.example";

    @TempDir
    private static Path home;

    private static Embargo embargo;

    @BeforeAll
    static void open() {
        embargo = Embargo.start(home, Clock.systemUTC(), letter -> {});
    }

    @AfterAll
    static void close() {
        embargo.close();
    }

    @Test
    void othersShouldBeRefusedInOurOwnServer() throws Exception {
        assertThat(answer("deny", OTHER).getResult()).isEqualTo(HookReturnCode.deny());
        assertThat(answer("deny", DESK).getResult()).isEqualTo(HookReturnCode.ok());
        assertThat(answer("deny", DESK, "security+key@project.example").getResult())
                .isEqualTo(HookReturnCode.ok());
    }

    @Test
    void othersShouldBeLeftToAnOperatorsJames() throws Exception {
        assertThat(answer("decline", OTHER)).isEqualTo(HookResult.DECLINED);
        assertThat(answer("decline", OTHER, "carol@project.example")).isEqualTo(HookResult.DECLINED);
        assertThat(answer("decline", DESK).getResult()).isEqualTo(HookReturnCode.ok());
    }

    @Test
    void recipientOfTheOtherKindShouldBeAskedForInAMailOfItsOwn() throws Exception {
        for (HookResult mixed : List.of(answer("decline", OTHER, DESK), answer("decline", DESK, OTHER))) {
            assertThat(mixed.getResult()).isEqualTo(HookReturnCode.denySoft());
            assertThat(mixed.getSmtpRetCode()).isEqualTo("452");
        }
    }

    @Test
    void sourceRouteShouldBeRefused() throws Exception {
        HookResult answer = hook("deny")
                .doRcpt(
                        session(),
                        MaybeSender.nullSender(),
                        new MailAddress(DESK),
                        Map.of("TO:<@elsewhere.example:" + DESK + ">", ""));

        assertThat(answer.getResult()).isEqualTo(HookReturnCode.deny());
    }

    /** What is said to {@code recipient} after the others were taken. */
    private static HookResult answer(String others, String recipient, String... earlier) throws Exception {
        return hook(others).doRcpt(session(earlier), MaybeSender.nullSender(), new MailAddress(recipient), Map.of());
    }

    private static AcceptDeskAddress hook(String others) {
        AcceptDeskAddress hook = new AcceptDeskAddress(embargo);
        hook.init(fake(Configuration.class, others));
        return hook;
    }

    private static SMTPSession session(String... recipients) {
        return fake(
                SMTPSession.class,
                Optional.of(Stream.of(recipients)
                        .map(AcceptDeskAddressTest::address)
                        .toList()));
    }

    private static MailAddress address(String text) {
        try {
            return new MailAddress(text);
        } catch (javax.mail.internet.AddressException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** One that has the same answer to the only thing it is asked. */
    private static <T> T fake(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }
}
