package org.embargo.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.embargo.content.Content;

/** Reads delivery reports (RFC 3464), known by their structure alone and never by their words. Immutable. */
final class DeliveryReport {

    private static final Set<String> STATUS = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final Set<String> ACTIONS = Set.of("failed", "delayed", "delivered", "relayed", "expanded");

    private final MailLimits limits;

    DeliveryReport(MailLimits limits) {
        this.limits = limits;
    }

    /** The status of each recipient; empty for a mail that is no delivery report. */
    List<DeliveryStatus> read(Part root) throws IOException {
        boolean report = root.is("multipart/report")
                && root.header()
                        .parameter("report-type")
                        .filter(type -> type.equalsIgnoreCase("delivery-status")
                                || type.equalsIgnoreCase("global-delivery-status"))
                        .isPresent();
        Optional<Part> status = root.parts().stream()
                .filter(part -> STATUS.contains(part.mediaType()))
                .findFirst();
        return report && status.isPresent() ? statuses(start(status.get().content())) : List.of();
    }

    private Content start(Content content) {
        return new ContentSlice(content, 0, Math.min(content.sizeBytes(), limits.textBytes()));
    }

    private List<DeliveryStatus> statuses(Content content) throws IOException {
        List<DeliveryStatus> statuses = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(content.open(), StandardCharsets.ISO_8859_1))) {
            for (Optional<PartHeader> group = group(lines); group.isPresent(); group = group(lines)) {
                if (statuses.size() < limits.recipients()) {
                    status(group.get()).ifPresent(statuses::add);
                }
            }
        }
        return statuses;
    }

    /** The next lines up to an empty one; empty at the end. */
    private Optional<PartHeader> group(BufferedReader lines) throws IOException {
        List<PartHeader.Field> fields = new ArrayList<>();
        String line = lines.readLine();
        if (line == null) {
            return Optional.empty();
        }
        for (; line != null && !line.isBlank(); line = lines.readLine()) {
            int colon = line.indexOf(':');
            if (colon > 0 && fields.size() < limits.fields()) {
                String name = line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
                fields.add(new PartHeader.Field(name, line.substring(colon + 1).trim()));
            }
        }
        return Optional.of(new PartHeader(fields));
    }

    private static Optional<DeliveryStatus> status(PartHeader group) {
        return group.first("action")
                .map(action -> action.replaceAll("\\(.*", "").trim().toLowerCase(Locale.ROOT))
                .filter(ACTIONS::contains)
                .map(action -> new DeliveryStatus(action, group.first("status").flatMap(DeliveryReport::code)));
    }

    private static Optional<String> code(String status) {
        String code = status.replaceAll("[\\s(].*", "");
        return code.matches("[245]\\.\\d{1,3}\\.\\d{1,3}") ? Optional.of(code) : Optional.empty();
    }
}
