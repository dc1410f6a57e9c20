package org.embargo.store;

import java.time.Instant;
import org.embargo.model.Address;
import org.embargo.model.DeskName;
import org.jdbi.v3.core.Handle;

/**
 * How many automatic answers went to whom, so that the desk is no mail amplifier. Addresses and domains stand here as
 * keyed hashes.
 */
public final class AnswerCounts {
    private final Handle handle;
    private final Sealer sealer;

    AnswerCounts(Handle handle, Sealer sealer) {
        this.handle = handle;
        this.sealer = sealer;
    }

    /** Counts an answer decided at {@code now}. */
    public void count(Kind kind, DeskName desk, Address to, Instant now) {
        handle.createUpdate("INSERT INTO answers (kind, desk, address_hash, domain_hash, answered)"
                        + " VALUES (:kind, :desk, :address, :domain, :now)")
                .bind("kind", kind.name())
                .bind("desk", desk.value())
                .bind("address", addressHash(desk, to))
                .bind("domain", domainHash(desk, to))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    public int toAddress(Kind kind, DeskName desk, Address to, Instant since) {
        return countWhere("address_hash", kind, addressHash(desk, to), since);
    }

    public int toDomainOf(Kind kind, DeskName desk, Address to, Instant since) {
        return countWhere("domain_hash", kind, domainHash(desk, to), since);
    }

    public int ofDesk(Kind kind, DeskName desk, Instant since) {
        return countWhere("desk", kind, desk.value(), since);
    }

    /** Drops counts from before {@code then}, which nobody asks for any more. */
    public void forgetBefore(Instant then) {
        handle.createUpdate("DELETE FROM answers WHERE answered < :then")
                .bind("then", then.toEpochMilli())
                .execute();
    }

    /** Drops counts from after {@code then}, which a clock that was ahead has left: they would count for too long. */
    public void forgetAfter(Instant then) {
        handle.createUpdate("DELETE FROM answers WHERE answered > :then")
                .bind("then", then.toEpochMilli())
                .execute();
    }

    private int countWhere(String column, Kind kind, String value, Instant since) {
        return handle.createQuery("SELECT COUNT(*) FROM answers WHERE kind = :kind AND " + column
                        + " = :value AND answered >= :since")
                .bind("kind", kind.name())
                .bind("value", value)
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    private String addressHash(DeskName desk, Address to) {
        return sealer.lookUp("answer-address", new Fields().add(desk.value()).add(to.canonical()));
    }

    private String domainHash(DeskName desk, Address to) {
        return sealer.lookUp("answer-domain", new Fields().add(desk.value()).add(to.domain()));
    }

    /** Which answers are counted together. */
    public enum Kind {
        RECEIPT,
        UNPROVEN_NOTE,
        KEY_ANSWER,
        /** To the team, of a report that nobody has answered; counted to the desk's own address. */
        REMINDER,
        /** To the team, of a mail from outside that joined a case; counted to the case's address. */
        FOLLOW_UP,
        /** The same, of one that was put on a list instead. */
        FOLLOW_UP_LISTED,
        /** To a member who signed something that could not be executed. */
        REFUSAL
    }
}
