package org.embargo.mailets;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.Mail;

/** What James's queue carries in place of a sealed mail. */
final class Stub {
    private static final byte[] TEXT = "Comments: sealed by Embargo\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Stub() {}

    static void replaceContent(Mail mail) throws MessagingException {
        MimeMessage stub = new MimeMessageWrapper(
                MimeMessageInputStreamSource.create(mail.getName() + "-stub", new ByteArrayInputStream(TEXT)));
        try {
            mail.setMessage(stub);
        } finally {
            // James copied it, and let go of the mail itself
            LifecycleUtil.dispose(stub);
        }
    }
}
