package org.embargo.mail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;

/**
 * What is known of where a mail comes from: the domains that answer for it by DKIM (RFC 6376) or SPF (RFC 7208), and
 * whether they are its author's (relaxed alignment, RFC 7489 section 3.1). That proves a domain, never a person.
 *
 * @param signers       each domain with a good DKIM signature over all of the mail, in lower case, none twice
 * @param alignedSigner the first of them that belongs to the organisation of the address in From
 * @param dkim          what the signatures say of From
 * @param spf           what the connection says of From
 */
public record Origin(List<String> signers, Optional<String> alignedSigner, Dkim dkim, Spf spf) {

    /** Nothing was looked up. */
    public static final Origin NOT_CHECKED = new Origin(List.of(), Optional.empty(), Dkim.NOT_ASKED, Spf.NOT_ASKED);

    public Origin {
        signers = List.copyOf(signers);
        Objects.requireNonNull(alignedSigner, "alignedSigner");
        Objects.requireNonNull(dkim, "dkim");
        Objects.requireNonNull(spf, "spf");
        if (alignedSigner.isPresent() != (dkim == Dkim.PASS)) {
            throw new IllegalArgumentException("DKIM passes exactly where an aligned domain signed");
        }
    }

    /** Whether the domain of the address in From answers for the mail. */
    public boolean provesAuthorsDomain() {
        return dkim == Dkim.PASS || spf == Spf.PASS;
    }

    /** Whether {@code domain} itself, no relative of it, has signed the mail. */
    public boolean isSignedBy(String domain) {
        return signers.contains(domain.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether {@code author} is whom {@code pattern} means, and his domain has signed.
     *
     * @param author  the one address in From, to which this origin belongs
     * @param pattern an address, or {@code *@domain} for all of a domain
     */
    public boolean isSignedFor(Address author, String pattern) {
        boolean meant = pattern.startsWith("*@")
                ? author.domain().equals(pattern.substring(2).toLowerCase(Locale.ROOT))
                : author.canonical().equals(pattern.toLowerCase(Locale.ROOT));
        return meant && dkim == Dkim.PASS;
    }

    /** Without the domains, which are reporters'. */
    @Override
    public String toString() {
        return "[DKIM " + dkim + ", SPF " + spf + "]";
    }

    /** What DKIM says of the author's domain. */
    public enum Dkim {
        /** It signed. */
        PASS,
        /** Only others signed. */
        OTHER_DOMAIN,
        /** Every signature fails. */
        FAIL,
        /** Nobody signed. */
        NONE,
        /** The DNS did not answer, or not in time. */
        NO_ANSWER,
        /** It is not to be looked up. */
        NOT_ASKED
    }

    /** What SPF says of the author's domain. */
    public enum Spf {
        /** It names the host that delivered the mail. */
        PASS,
        /** The envelope names another domain, or nobody, so that nothing can be said of the author's. */
        OTHER_DOMAIN,
        /** It does not name that host. */
        FAIL,
        /** It says nothing of hosts. */
        NONE,
        /** The DNS did not answer, or not in time. */
        NO_ANSWER,
        /** A host of ours, or one that hands on for us, delivered it: where it got it can't be seen. */
        FORWARDED,
        /** It is not to be looked up. */
        NOT_ASKED
    }
}
