package org.embargo.store;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.IntakeId;

/** Runs in a process of its own until it is killed: seals mails, takes them in, and says what it has promised. */
final class KilledProcess {
    static final DeskName DESK = new DeskName("killed");
    static final byte[] MAIL = "Subject: report\r\n\r\nbody\r\n".getBytes(StandardCharsets.US_ASCII);

    private KilledProcess() {}

    public static void main(String[] arguments) throws Exception {
        say("started");
        try (Store store = Store.open(StoreSettings.in(Path.of(arguments[0])))) {
            while (true) {
                IntakeId mail =
                        store.intakeFiles().seal(Samples.envelope(Samples.NOON), new ByteArrayInputStream(MAIL));
                say("sealed " + mail);
                say("filed " + takeIn(store, mail) + " " + mail);
                store.intakeFiles().archive(mail);
            }
        }
    }

    private static CaseId takeIn(Store store, IntakeId mail) {
        CaseId id = Samples.caseId();
        return store.inTransaction(transaction -> {
            transaction
                    .journal()
                    .append(Case.unfiled(id, DESK), List.of(Samples.report()), Actor.OUTSIDE, Samples.NOON);
            transaction.mails().take(new TakenMail(mail, DESK, Optional.of(id), TakenMail.Kind.REPORT, Samples.NOON));
            transaction.outbox().enqueue(Samples.letter(DESK, id, Samples.token(), Samples.NOON));
            return id;
        });
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
