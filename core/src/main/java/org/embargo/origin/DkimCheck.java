package org.embargo.origin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.jdkim.api.Result;
import org.apache.james.jdkim.exceptions.FailException;
import org.embargo.content.Content;
import org.embargo.mail.Origin;
import org.embargo.model.Address;

/** Which domains have signed a mail (RFC 6376). */
final class DkimCheck {

    private DkimCheck() {}

    /**
     * Reads {@code mail} once where it bears signatures, and its header alone where it does not.
     *
     * @param author the one address in From
     */
    static Finding of(Content mail, Optional<Address> author, Inquiry inquiry) throws IOException {
        try (InputStream in = new BufferedInputStream(mail.open(), 1 << 16)) {
            Optional<MailHeader> header = MailHeader.read(in);
            if (header.isEmpty()) {
                return Finding.none(Origin.Dkim.FAIL);
            }
            if (!header.get().hasSignatures()) {
                return Finding.none(Origin.Dkim.NONE);
            }
            Optional<Address> signed = author.filter(header.get()::names);
            return finding(results(header.get(), in, inquiry), signed);
        }
    }

    private static List<Result> results(MailHeader header, InputStream body, Inquiry inquiry) throws IOException {
        SignatureVerifier verifier = new SignatureVerifier(inquiry);
        try {
            verifier.verify(header, body);
        } catch (FailException allFail) {
            // why each of them does stands in the results
        }
        return verifier.getResults();
    }

    private static Finding finding(List<Result> results, Optional<Address> author) {
        List<String> signers = results.stream()
                .filter(Result::isSuccess)
                .map(result -> result.getRecord().getDToken().toString().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        Optional<String> aligned = author.flatMap(address -> signers.stream()
                .filter(signer -> Organization.owns(signer, address.domain()))
                .findFirst());
        if (aligned.isPresent()) {
            return new Finding(signers, aligned, Origin.Dkim.PASS);
        }
        if (results.stream().anyMatch(result -> result.getResultType() == Result.Type.TEMPERROR)) {
            return new Finding(signers, aligned, Origin.Dkim.NO_ANSWER);
        }
        return new Finding(signers, aligned, signers.isEmpty() ? Origin.Dkim.FAIL : Origin.Dkim.OTHER_DOMAIN);
    }

    /** As in {@link Origin}. */
    record Finding(List<String> signers, Optional<String> alignedSigner, Origin.Dkim state) {

        static Finding none(Origin.Dkim state) {
            return new Finding(List.of(), Optional.empty(), state);
        }
    }
}
