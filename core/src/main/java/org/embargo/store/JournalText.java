package org.embargo.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.embargo.model.CaseEvent;
import org.embargo.model.CourseEvent;
import org.embargo.model.DossierEvent;
import org.embargo.model.Fingerprint;
import org.embargo.model.MailEvent;
import org.embargo.model.ReporterEvent;
import org.embargo.model.ScheduleEvent;
import org.embargo.model.TeamEvent;

/** Lines of a journal as people may keep them: without tokens, and without whatever could name a recipient. */
public final class JournalText {

    /** The sets of events that are about the issue and its reporter; of all others the kind alone is told. */
    private static final List<Class<?>> TOLD = List.of(
            MailEvent.class,
            ReporterEvent.class,
            CourseEvent.class,
            TeamEvent.class,
            DossierEvent.class,
            ScheduleEvent.class);

    private static final String TOKEN = "[a-z0-9]{26}";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JournalText() {}

    /** One line of JSON, in ASCII. */
    public static String of(JournalLine line) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("version", line.version());
        json.put("time", line.time().toString());
        json.put("who", line.actor().kind().name());
        line.actor().fingerprint().map(Fingerprint::hex).ifPresent(hex -> json.put("key", hex));
        json.set("event", event(line.event()));
        try {
            return ascii(MAPPER.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no text of a journal's line", e);
        }
    }

    private static JsonNode event(CaseEvent event) {
        if (TOLD.stream().noneMatch(set -> set.isInstance(event))) {
            return MAPPER.createObjectNode().put("kind", event.getClass().getSimpleName());
        }
        try {
            JsonNode json = MAPPER.readTree(StoredJson.write(event));
            withhold(json);
            return json;
        } catch (IOException e) {
            throw new IllegalStateException("a stored form is no JSON", e);
        }
    }

    private static void withhold(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                if (each.getValue().isTextual() && each.getValue().textValue().matches(TOKEN)) {
                    each.setValue(object.textNode("withheld"));
                }
            }
        }
        node.forEach(JournalText::withhold);
    }

    private static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length());
        json.chars()
                .forEach(c ->
                        ascii.append(c < 0x7f ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\u%04x", c)));
        return ascii.toString();
    }
}
