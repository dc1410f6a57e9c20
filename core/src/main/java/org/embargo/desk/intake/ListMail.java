package org.embargo.desk.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.desk.open.CaseCommit;
import org.embargo.desk.open.OpenDesk;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.Section;
import org.embargo.model.Actor;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.model.Posts;
import org.embargo.process.course.Disclosure;
import org.embargo.process.course.ReturnedPost;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.PostLetter.TeamCall.Call;
import org.embargo.process.words.CaseWords;
import org.embargo.process.words.Finding;
import org.embargo.store.Transaction;

/**
 * A mail that came through the public list: it confirms a post of ours, or gives a case away before its hour, or is
 * nothing to us. One mail; no effect outside the transaction.
 */
final class ListMail {

    private static final Pattern NAME = Pattern.compile("(?i)[A-Z][A-Z0-9]{1,15}-\\d{4}-[1-9]\\d{3,11}");
    private static final int MOST_NAMED = 100;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Transaction tx;
    private final OpenDesk open;
    private final OpenedMail mail;
    private final boolean fromListHost;
    private final Mailing mailing;
    private final CaseCommit commit;

    /** @param fromListHost whether one of the desk's {@code list-hosts} delivered it */
    ListMail(Transaction tx, OpenDesk open, OpenedMail mail, boolean fromListHost, Mailing mailing, CaseCommit commit) {
        this.tx = tx;
        this.open = open;
        this.mail = mail;
        this.fromListHost = fromListHost;
        this.mailing = mailing;
        this.commit = commit;
    }

    /** The case whose post it is; empty where it is none. */
    Optional<CaseId> postOf() {
        return ours().map(Case::id);
    }

    /** Records what it tells. */
    void file() {
        Optional<Case> posted = ours();
        if (posted.isPresent()) {
            Posts.Post post = post(posted.get()).orElseThrow();
            Outcome outcome = new ReturnedPost(post, isUnchanged(posted.get()), isFrom(post.list()))
                    .decide(posted.get(), mailing);
            record(posted.get(), outcome);
        } else {
            given().forEach(this::tellLeak);
        }
    }

    private Optional<Case> ours() {
        List<CaseId> cases = tx.lookUps()
                .byLetters(open.desk().name(), mail.outer().messageId().stream().toList());
        return cases.stream()
                .flatMap(id -> tx.journal().findReadable(id).stream())
                .filter(found -> post(found).isPresent())
                .findFirst();
    }

    private Optional<Posts.Post> post(Case posted) {
        return posted.posts().lists().stream()
                .filter(post -> mail.outer().messageId().equals(Optional.of(post.messageId())))
                .findFirst();
    }

    /** The list may add words of its own around it; what we signed must stand there as it was sent. */
    private boolean isUnchanged(Case posted) {
        Fingerprint own = open.keys().certificate().fingerprint();
        String sent = folded(posted.posts().text().text());
        return mail.sections().stream()
                .filter(section -> section.verdicts().stream().anyMatch(verdict -> verdict.isGoodBy(own)))
                .map(section -> folded(section.text().text()))
                .anyMatch(sent::equals);
    }

    /** By the signature of the list's own domain, or by the host that delivered it. */
    private boolean isFrom(Address list) {
        return fromListHost || mail.origin().isSignedBy(list.domain());
    }

    /** The cases of which it holds words before their hour. */
    private List<Case> given() {
        String text = Stream.concat(
                        Stream.of(mail.outer().subject(), mail.inner().subject()),
                        mail.sections().stream().map(Section::text))
                .map(Confidential::text)
                .collect(Collectors.joining("\n"));
        return suspects(text)
                .flatMap(id -> tx.journal().findReadable(id).stream())
                .filter(Case::isListed)
                .filter(current -> current.posts().decided().isEmpty())
                .filter(current -> CaseWords.standIn(text, current))
                .toList();
    }

    /** Of a flood of cases that nobody has looked at yet none is folded for it: anybody can write to a list. */
    private Stream<CaseId> suspects(String text) {
        Stream<CaseId> named = NAME.matcher(text)
                .results()
                .limit(MOST_NAMED)
                .flatMap(name -> CaseId.parse(name.group().toUpperCase(Locale.ROOT)).stream())
                .filter(id -> id.prefix().equals(open.desk().casePrefix()));
        return Stream.concat(named, tx.cases().openWithWords(open.desk().name()).stream())
                .distinct();
    }

    private void tellLeak(Case current) {
        Finding seen = Finding.of(Finding.Kind.WORDS_ON_LIST, mail.id().value());
        record(current, new Outcome(List.of(), Disclosure.call(current, mailing, Call.LEAK, List.of(seen))));
    }

    private void record(Case current, Outcome outcome) {
        if (outcome.events().isEmpty()) {
            outcome.letters().forEach(tx.outbox()::enqueue);
        } else {
            commit.commit(current, outcome, Actor.OUTSIDE);
        }
    }

    private static String folded(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }
}
