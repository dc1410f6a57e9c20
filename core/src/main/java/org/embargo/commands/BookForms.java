package org.embargo.commands;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.model.Address;
import org.embargo.model.Confidential;
import org.embargo.model.NearestWord;
import org.embargo.process.requests.BookRequest;
import org.embargo.process.requests.GuestRequest;
import org.embargo.process.requests.Request;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal.Reason;

/** What stands behind the commands that concern people outside the team, or the team itself. One use. */
final class BookForms {

    private static final int LONGEST_NAME = 100;
    /** A name, then an address in angle brackets. */
    private static final Pattern PERSON = Pattern.compile("([^<>\\p{Cntrl}]*[^<>\\p{Cntrl}\\s])\\s*<([^<>]+)>");

    private static final List<String> TO_DO = List.of("add", "remove", "pause", "resume", "list");
    private static final List<String> OWNERS = List.of("reporter", "member", "recipient");

    private final Command command;
    private final String arguments;
    private final String first;
    private final String rest;

    BookForms(Command command, String arguments) {
        String[] words = arguments.split("\\s+", 2);
        this.command = command;
        this.arguments = arguments;
        this.first = words[0];
        this.rest = words.length > 1 ? words[1] : "";
    }

    Request recipient() throws MistakeException {
        return switch (first.toLowerCase(Locale.ROOT)) {
            case "add" -> add();
            case "remove" -> remove();
            case "pause" -> new BookRequest.PauseRecipient(address(rest));
            case "resume" -> new BookRequest.ResumeRecipient(address(rest));
            case "list" -> list();
            default -> throw nearest(TO_DO);
        };
    }

    /** Of a member or a recipient. */
    Request key() throws MistakeException {
        return switch (first.toLowerCase(Locale.ROOT)) {
            case "member" -> new BookRequest.MemberKey(address(rest));
            case "recipient" -> new BookRequest.RecipientKey(address(rest));
            default -> throw nearest(OWNERS);
        };
    }

    Request invite() throws MistakeException {
        Matcher person = person(arguments);
        return new GuestRequest.Invite(new Confidential(name(person)), address(person.group(2)));
    }

    private Request add() throws MistakeException {
        Matcher person = person(rest);
        return new BookRequest.AddRecipient(new Confidential(name(person)), address(person.group(2)));
    }

    private Request remove() throws MistakeException {
        String[] words = rest.split("\\s+", 2);
        boolean now = words.length > 1;
        if (now && !words[1].equalsIgnoreCase("now")) {
            throw wrong(words[1], "now");
        }
        return new BookRequest.RemoveRecipient(address(words[0]), now);
    }

    private Request list() throws MistakeException {
        if (!rest.isEmpty()) {
            throw wrong(rest, "");
        }
        return new BookRequest.ListRecipients();
    }

    private Matcher person(String text) throws MistakeException {
        if (text.isEmpty()) {
            throw MistakeException.of(Reason.ARGUMENT_MISSING, command.form());
        }
        Matcher person = PERSON.matcher(text);
        if (!person.matches()) {
            throw wrong(text, "");
        }
        return person;
    }

    private String name(Matcher person) throws MistakeException {
        String name = person.group(1).strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw wrong(person.group(1), "");
        }
        return name;
    }

    private Address address(String word) throws MistakeException {
        if (word.isEmpty()) {
            throw MistakeException.of(Reason.ARGUMENT_MISSING, command.form());
        }
        String bare = word.startsWith("<") && word.endsWith(">") ? word.substring(1, word.length() - 1) : word;
        return Address.parse(bare).orElseThrow(() -> wrong(word, ""));
    }

    private MistakeException nearest(List<String> words) {
        return first.isEmpty()
                ? MistakeException.of(Reason.ARGUMENT_MISSING, command.form())
                : wrong(first, NearestWord.of(first, words).orElse(""));
    }

    private MistakeException wrong(String read, String meant) {
        return MistakeException.of(Reason.ARGUMENT_WRONG, read, command.form(), meant);
    }
}
