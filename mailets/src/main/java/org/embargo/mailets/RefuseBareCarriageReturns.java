package org.embargo.mailets;

import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.LineHandler;
import org.apache.james.protocols.smtp.SMTPResponse;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.DataLineFilter;

/**
 * Refuses mail that has a CR anywhere but before LF: what one server reads as one line, another reads as two, and a
 * second mail is smuggled between them. James itself refuses bare LF alone.
 */
public final class RefuseBareCarriageReturns implements DataLineFilter {

    @Override
    public Response onLine(SMTPSession session, byte[] line, LineHandler<SMTPSession> next) {
        for (int i = 0; i < line.length - 2; i++) {
            if (line[i] == '\r') {
                session.popLineHandler();
                SMTPResponse refusal = new SMTPResponse("500", "5.6.0 line delimiter must be CRLF");
                refusal.setEndSession(true);
                return refusal;
            }
        }
        return next.onLine(session, line);
    }
}
