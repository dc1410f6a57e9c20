package org.embargo.letters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskRole;
import org.embargo.model.Fingerprint;
import org.embargo.model.Token;
import org.embargo.process.words.Finding;

/** What all letters of one desk share: values of their texts, addresses, forms. */
final class Drafting {

    /** What stands outside an encrypted letter instead of its subject (RFC 9788 section 3.2.1), behind the case id. */
    static final String HIDDEN = "...";

    /** The subject outside of what is about no case, or must not tell of which. */
    static final String NOTHING = "[" + HIDDEN + "]";

    private final Templates templates;
    private final DeskIdentity desk;

    Drafting(Templates templates, DeskIdentity desk) {
        this.templates = templates;
        this.desk = desk;
    }

    Draft toTeam(CaseId caseId, Wording wording, String below, List<Part> attached) {
        String text = wording.body() + "\n" + new Marker(caseId).line() + "\n" + (below.isEmpty() ? "" : "\n" + below);
        List<Part> parts = new ArrayList<>(List.of(Part.text(text)));
        parts.addAll(attached);
        return new Draft(
                tagged(caseId, wording.subject()),
                "[" + caseId + "]",
                Draft.GENERATED,
                Optional.of(caseAddress(caseId)),
                true,
                true,
                parts);
    }

    /** To the team about no case. */
    static Draft toTeam(Wording wording) {
        return new Draft(
                wording.subject(),
                NOTHING,
                Draft.GENERATED,
                Optional.empty(),
                true,
                true,
                List.of(Part.text(wording.body())));
    }

    Address recipientAddress(Token token) {
        return DeskAddress.of(desk.address(), new DeskRole.Recipient(token));
    }

    /** Where answers to a letter to the reporter go. */
    Address reporterAddress(Token token) {
        return DeskAddress.of(desk.address(), new DeskRole.Reporter(token));
    }

    Map<String, Object> common() {
        Map<String, Object> values = new HashMap<>();
        values.put("project", VisibleText.value(desk.project()));
        values.put("desk", desk.address().value());
        values.put(
                "key-address",
                DeskAddress.of(desk.address(), new DeskRole.Key()).value());
        values.put("fingerprint", desk.keys().certificate().fingerprint().spaced());
        return values;
    }

    Map<String, Object> aboutCase(CaseId caseId, List<Finding> findings) {
        Map<String, Object> values = common();
        values.put("case", caseId.toString());
        values.put("case-address", caseAddress(caseId).value());
        values.put(
                "findings",
                sentences("finding", findings.stream().map(templates::sentence).toList()));
        return values;
    }

    Address caseAddress(CaseId caseId) {
        return DeskAddress.of(desk.address(), new DeskRole.CaseAddress(caseId));
    }

    /** Whole sentences of ours, however long; what they say of others was made harmless and bounded in them. */
    static List<Map<String, String>> sentences(String name, List<String> sentences) {
        return sentences.stream().map(sentence -> Map.of(name, sentence)).toList();
    }

    static List<Map<String, String>> items(String name, List<String> values) {
        return values.stream()
                .map(value -> Map.of(name, VisibleText.value(value)))
                .toList();
    }

    static String tagged(CaseId caseId, String subject) {
        return "[" + caseId + "] " + subject;
    }

    static String spaced(Optional<Fingerprint> fingerprint) {
        return fingerprint.map(Fingerprint::spaced).orElse("");
    }

    static String flag(boolean holds) {
        return holds ? "yes" : "";
    }
}
