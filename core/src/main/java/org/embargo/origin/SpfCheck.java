package org.embargo.origin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.core.DNSServiceEnabled;
import org.apache.james.jspf.core.MacroExpand;
import org.apache.james.jspf.core.MacroExpandEnabled;
import org.apache.james.jspf.core.SPFCheckEnabled;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.apache.james.jspf.executor.SynchronousSPFExecutor;
import org.apache.james.jspf.impl.DNSServiceXBillImpl;
import org.apache.james.jspf.impl.SPF;
import org.apache.james.jspf.parser.RFC4408SPF1Parser;
import org.apache.james.jspf.wiring.WiringServiceTable;
import org.embargo.mail.Envelope;
import org.embargo.mail.Origin;
import org.embargo.model.Address;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Whether the domain of a mail's author names the host that delivered it (RFC 7208). */
final class SpfCheck {

    private SpfCheck() {}

    /** Asks nothing where the answer would say nothing of the author. */
    static Origin.Spf of(Envelope envelope, Optional<Address> author, Inquiry inquiry) {
        Optional<Address> sender = envelope.sender()
                .filter(from -> author.filter(named -> Organization.owns(from.domain(), named.domain()))
                        .isPresent());
        if (sender.isEmpty()) {
            return Origin.Spf.OTHER_DOMAIN;
        }
        String ip = envelope.client().ip().replaceFirst("%.*$", "");
        Answers answers = new Answers(inquiry);
        String result = spf(answers)
                .checkSPF(ip, sender.get().value(), envelope.client().helo())
                .getResult();
        return switch (result) {
            case "pass" -> Origin.Spf.PASS;
            case "none" -> answers.missing() ? Origin.Spf.NO_ANSWER : Origin.Spf.NONE;
            case "temperror" -> Origin.Spf.NO_ANSWER;
            default -> answers.missing() ? Origin.Spf.NO_ANSWER : Origin.Spf.FAIL;
        };
    }

    private static SPF spf(Answers answers) {
        WiringServiceTable wiring = new WiringServiceTable();
        MacroExpand macros = new MacroExpand(answers);
        wiring.put(DNSServiceEnabled.class, answers);
        wiring.put(MacroExpandEnabled.class, macros);
        RFC4408SPF1Parser parser = new RFC4408SPF1Parser(new SpfTerms(wiring));
        SPF spf = new SPF(answers, parser, macros, new SynchronousSPFExecutor(answers));
        wiring.put(SPFCheckEnabled.class, spf);
        return spf;
    }

    /** The DNS as the library asks it. One thread. */
    private static final class Answers implements DNSService {

        private static final Map<Integer, Integer> TYPES = Map.of(
                DNSRequest.A, Type.A,
                DNSRequest.AAAA, Type.AAAA,
                DNSRequest.MX, Type.MX,
                DNSRequest.PTR, Type.PTR,
                DNSRequest.TXT, Type.TXT);

        /** RFC 7208 section 4.6.4. */
        private static final int MOST_RECORDS = 10;

        /** Longer ones are nobody's, but for those who try out what we can bear. */
        private static final int LONGEST_TEXT_BYTES = 4096;

        private final Inquiry inquiry;
        private boolean missing;

        Answers(Inquiry inquiry) {
            this.inquiry = inquiry;
        }

        boolean missing() {
            return missing;
        }

        @Override
        @Nullable
        public List<String> getRecords(DNSRequest request) throws TimeoutException {
            int type = Objects.requireNonNullElse(TYPES.get(request.getRecordType()), Type.TXT);
            try {
                Record[] records = inquiry.ask(request.getHostname(), type).stream()
                        .filter(Answers::isBearable)
                        .toArray(Record[]::new);
                return DNSServiceXBillImpl.convertRecordsToList(records);
            } catch (NoAnswerException e) {
                missing = true;
                throw new TimeoutException(e.getMessage());
            }
        }

        private static boolean isBearable(Record record) {
            return !(record instanceof TXTRecord text)
                    || text.getStringsAsByteArrays().stream()
                                    .mapToInt(string -> string.length)
                                    .sum()
                            <= LONGEST_TEXT_BYTES;
        }

        @Override
        public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException("asked one after the other"));
        }

        /** For a macro in explanations alone, which nobody is shown. */
        @Override
        public List<String> getLocalDomainNames() {
            return List.of();
        }

        @Override
        public void setTimeOut(int seconds) {
            // the inquiry has its own
        }

        @Override
        public int getRecordLimit() {
            return MOST_RECORDS;
        }

        @Override
        public void setRecordLimit(int limit) {
            // as the RFC has it
        }
    }
}
