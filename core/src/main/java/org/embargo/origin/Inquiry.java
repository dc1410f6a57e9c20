package org.embargo.origin;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.RelativeNameException;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * What the DNS is asked about one mail: so many questions, in so much time, no more, however slow or many the answers
 * are. One thread.
 */
final class Inquiry {

    /** One lost datagram should not use up all the time there is. */
    private static final Duration ONE_TRY = Duration.ofSeconds(1);

    private static final int MOST_TRIES = 3;

    private final List<SimpleResolver> resolvers;
    private final long deadline;
    private final Map<Question, List<Record>> answers = new HashMap<>();
    private int questionsLeft;
    private long waitedNanos;

    Inquiry(List<SimpleResolver> resolvers, Duration patience, int questions) {
        this.resolvers = resolvers;
        this.deadline = System.nanoTime() + patience.toNanos();
        this.questionsLeft = questions;
    }

    /**
     * The records of that type at {@code name}, aliases followed; none where there are none, or no such name.
     *
     * @throws NoAnswerException when nobody answers in time, or all has been asked that may be
     */
    List<Record> ask(String name, int type) throws NoAnswerException {
        Question question = Question.of(name, type);
        List<Record> known = answers.get(question);
        if (known != null) {
            return known;
        }
        if (questionsLeft == 0) {
            throw new NoAnswerException("too many questions");
        }
        questionsLeft--;
        long began = System.nanoTime();
        try {
            List<Record> answer = askServers(question);
            answers.put(question, answer);
            return answer;
        } finally {
            waitedNanos += System.nanoTime() - began;
        }
    }

    /** For all answers up to now, those that did not come too. */
    long waitedNanos() {
        return waitedNanos;
    }

    private List<Record> askServers(Question question) throws NoAnswerException {
        Message query = Message.newQuery(Record.newRecord(question.name(), question.type(), DClass.IN));
        for (int attempt = 0; attempt < MOST_TRIES && !resolvers.isEmpty(); attempt++) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new NoAnswerException("no time left");
            }
            try {
                Message answer = resolvers
                        .get(attempt % resolvers.size())
                        .sendAsync(query)
                        .toCompletableFuture()
                        .get(Math.min(left, ONE_TRY.toNanos()), TimeUnit.NANOSECONDS);
                if (isAnswer(answer)) {
                    return records(answer, query, question.type());
                }
            } catch (TimeoutException | ExecutionException next) {
                // another server, or the same once more
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NoAnswerException("interrupted");
            }
        }
        throw new NoAnswerException("no name server answers");
    }

    private static boolean isAnswer(Message answer) {
        return answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN;
    }

    /** What was not asked for is left out of the answer before it is read. */
    private static List<Record> records(Message answer, Message query, int type) throws NoAnswerException {
        try {
            return answer.normalize(query, false).getSectionRRsets(Section.ANSWER).stream()
                    .filter(set -> set.getType() == type)
                    .map(RRset::rrs)
                    .flatMap(List::stream)
                    .toList();
        } catch (org.xbill.DNS.WireParseException e) {
            throw new NoAnswerException("an answer that can't be read");
        }
    }

    private record Question(Name name, int type) {

        static Question of(String name, int type) throws NoAnswerException {
            try {
                return new Question(Name.fromString(name, Name.root), type);
            } catch (TextParseException | RelativeNameException e) {
                throw new NoAnswerException("no name that can be asked for " + Type.string(type));
            }
        }
    }
}
