package org.embargo.process.requests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.words.Command;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** A question of a member, or a word to the team: nothing of the case changes. */
public sealed interface AskingRequest extends Request {

    /** How to write commands, or one of them. */
    record Help(Optional<Command> about) implements AskingRequest {
        public Help {
            Objects.requireNonNull(about, "about");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return Decision.told(Arrays.stream(Command.values())
                    .filter(command -> about.isEmpty() || about.get() == command)
                    .map(command -> Remark.of(Kind.HELP, command.name(), command.form()))
                    .toList());
        }

        @Override
        public Command command() {
            return Command.HELP;
        }

        @Override
        public String arguments() {
            return about.map(Command::word).orElse("");
        }

        @Override
        public boolean isTold() {
            return false;
        }
    }

    /** The open cases, or all of them. */
    record Cases(boolean all) implements AskingRequest {
        private static final int MOST_LISTED = 100;

        @Override
        public Decision decide(Case current, Circumstances at) {
            List<Remark> lines = new ArrayList<>(at.overview().stream()
                    .limit(MOST_LISTED)
                    .map(each -> Standing.line(each, at.now()))
                    .toList());
            if (lines.isEmpty()) {
                lines.add(Remark.of(Kind.NO_CASES));
            }
            if (at.overview().size() > MOST_LISTED) {
                lines.add(
                        Remark.of(Kind.MORE_CASES, String.valueOf(at.overview().size() - MOST_LISTED)));
            }
            return Decision.told(lines);
        }

        @Override
        public Command command() {
            return Command.CASES;
        }

        @Override
        public String arguments() {
            return all ? "all" : "";
        }

        @Override
        public boolean isTold() {
            return false;
        }
    }

    /** The case with everything that is set, and its history. */
    record Status() implements AskingRequest {
        @Override
        public Decision decide(Case current, Circumstances at) {
            return Decision.told(Stream.concat(
                            Standing.details(current).stream(),
                            at.history().stream()
                                    .map(line -> Standing.history(
                                            line, at.mailing().roster().desk().team())))
                    .toList());
        }

        @Override
        public Command command() {
            return Command.STATUS;
        }

        @Override
        public boolean isTold() {
            return false;
        }
    }

    /** The case as one archive. The other members are told. */
    record Export() implements AskingRequest {
        @Override
        public Decision decide(Case current, Circumstances at) {
            return Decision.told(List.of(Remark.of(Kind.EXPORTED, MemberLetter.Transcript.archiveName(current.id()))));
        }

        @Override
        public Command command() {
            return Command.EXPORT;
        }
    }

    /** A word to the team. The mail that holds it is filed and shown; nothing else follows. */
    record Note(Confidential text) implements AskingRequest {
        public Note {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return Decision.told(List.of(Remark.of(Kind.NOTE_KEPT)));
        }

        @Override
        public Command command() {
            return Command.NOTE;
        }
    }
}
