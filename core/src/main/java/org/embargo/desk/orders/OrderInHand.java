package org.embargo.desk.orders;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.embargo.desk.open.OpenDesk;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Address;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.requests.Ordered;
import org.embargo.process.requests.Request;
import org.embargo.store.Transaction;

/**
 * A mail that a member signed on its way to being obeyed or refused. It is good for one transaction.
 *
 * @param order what is signed
 * @param isOwn whether an address is one of this server's desks'
 */
public record OrderInHand(
        Transaction tx,
        OpenDesk open,
        OpenedMail mail,
        SignedOrder order,
        Mailing mailing,
        Instant now,
        Predicate<Address> isOwn) {

    public OrderInHand {
        Objects.requireNonNull(tx, "tx");
        Objects.requireNonNull(open, "open");
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(mailing, "mailing");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(isOwn, "isOwn");
    }

    Stream<Request> requests() {
        return order.text().requests().stream().map(Ordered::request);
    }
}
