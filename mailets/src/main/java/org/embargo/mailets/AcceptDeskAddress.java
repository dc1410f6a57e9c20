package org.embargo.mailets;

import java.util.Locale;
import java.util.Map;
import javax.inject.Inject;
import org.apache.commons.configuration2.Configuration;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.apache.james.protocols.smtp.hook.RcptHook;
import org.embargo.desk.Embargo;

/**
 * Says at RCPT which addresses are a desk's, by their form alone: what exists can't be probed.
 *
 * <p>With {@code <others>deny</others>} everything else is refused, which makes the port no relay for anybody; James
 * itself accepts what all hooks decline. With {@code decline}, inside a James that has other users, the rest is left to
 * the other hooks; one mail for both is then refused for the second kind, and its sender sends it in two.
 */
public final class AcceptDeskAddress implements RcptHook {
    private static final HookResult ACCEPTED =
            HookResult.builder().hookReturnCode(HookReturnCode.ok()).build();
    private static final HookResult REFUSED = answer(HookReturnCode.deny(), "550", "5.7.1 No such address here");
    private static final HookResult APART =
            answer(HookReturnCode.denySoft(), "452", "4.5.3 Send to this address in a mail of its own");

    private final Embargo embargo;
    private volatile boolean denyOthers = true;

    @Inject
    public AcceptDeskAddress(Embargo embargo) {
        this.embargo = embargo;
    }

    @Override
    public void init(Configuration configuration) {
        denyOthers = !"decline".equals(configuration.getString("others", "deny").toLowerCase(Locale.ROOT));
    }

    @Override
    public HookResult doRcpt(
            SMTPSession session, MaybeSender sender, MailAddress recipient, Map<String, String> parameters) {
        boolean ours = !hasSourceRoute(parameters) && isOurs(recipient);
        if (!ours && denyOthers) {
            return REFUSED;
        }
        boolean mixed = session.getAttachment(SMTPSession.RCPT_LIST, State.Transaction).stream()
                .flatMap(java.util.Collection::stream)
                .anyMatch(earlier -> isOurs(earlier) != ours);
        if (mixed) {
            return APART;
        }
        return ours ? ACCEPTED : HookResult.DECLINED;
    }

    private boolean isOurs(MailAddress address) {
        return embargo.deskAddress(address.asString()).isPresent();
    }

    /** James strips {@code @relay:} from the address it hands us, but not from the command's text. */
    private static boolean hasSourceRoute(Map<String, String> parameters) {
        return parameters.keySet().stream().anyMatch(word -> word.contains("<@"));
    }

    private static HookResult answer(HookReturnCode code, String smtp, String text) {
        return HookResult.builder()
                .hookReturnCode(code)
                .smtpReturnCode(smtp)
                .smtpDescription(text)
                .build();
    }
}
