package org.embargo.desk.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.mail.AutomaticMail;
import org.embargo.mail.CreditLine;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Confidential;
import org.embargo.openpgp.SignatureState;
import org.embargo.openpgp.Verdict;
import org.embargo.process.outcome.CreditWish;
import org.embargo.store.Transaction;

/** The credit line of a mail, if it may act. */
final class SaidCredit {

    private SaidCredit() {}

    /**
     * How the author of {@code mail} wants its case's reporter credited. Automatic mail says nothing, and neither does an old
     * signature that somebody sends again.
     *
     * @param proven whether it is the reporter's, so that it acts
     */
    static Optional<CreditWish> in(OpenedMail mail, Transaction tx, boolean proven, Instant now) {
        Optional<CreditWish> wish = AutomaticMail.is(mail)
                ? Optional.empty()
                : CreditLine.in(mail).map(line -> new CreditWish(new Confidential(line)));
        return wish.filter(said -> !proven || isFresh(mail, tx, now));
    }

    private static boolean isFresh(OpenedMail mail, Transaction tx, Instant now) {
        List<Verdict> good = mail.verdicts().stream()
                .filter(verdict -> verdict.state() == SignatureState.GOOD)
                .toList();
        boolean fresh = true;
        for (Verdict verdict : good) {
            if (verdict.signer().isPresent() && verdict.digest().isPresent()) {
                fresh &= tx.signatures()
                        .use(verdict.signer().get(), verdict.digest().get(), now);
            }
        }
        return fresh;
    }
}
