package org.embargo.config;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.model.Address;

/** Who stands as author of the desk's commits, {@code NAME <ADDRESS>}. */
public record CommitAuthor(String name, Address address) {

    private static final Pattern FORM = Pattern.compile("([^<>\\p{Cntrl}]*[^<>\\p{Cntrl}\\s])\\s*<([^<>]+)>");

    public CommitAuthor {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
    }

    /** The author that {@code text} names, or empty where it has another form. */
    public static Optional<CommitAuthor> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Address.parse(matcher.group(2)).map(address -> new CommitAuthor(matcher.group(1), address))
                : Optional.empty();
    }

    /** As git takes it. */
    public String identity() {
        return name + " <" + address.value() + ">";
    }
}
