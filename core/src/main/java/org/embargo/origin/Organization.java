package org.embargo.origin;

import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.Locale;

/** Which domains belong to one organisation, by the public suffix list (RFC 7489 section 3.2). */
final class Organization {

    private Organization() {}

    /** Relaxed alignment: whether both domains lie below the same name that somebody registered. */
    static boolean owns(String domain, String other) {
        return domainOf(domain).equals(domainOf(other));
    }

    /** The name that was registered; a public suffix itself, and what is no name, are their own. */
    static String domainOf(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        if (!InternetDomainName.isValid(lower)) {
            return lower;
        }
        InternetDomainName name = InternetDomainName.from(lower);
        if (name.isUnderPublicSuffix()) {
            return name.topPrivateDomain().toString();
        }
        List<String> labels = name.parts();
        // under a top level that the list does not know, every name is registered (its rule "*")
        return name.isPublicSuffix() || labels.size() < 2
                ? lower
                : String.join(".", labels.subList(labels.size() - 2, labels.size()));
    }
}
