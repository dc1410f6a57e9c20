package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.james.dnsservice.dnsjava.DNSJavaService;
import org.apache.james.domainlist.memory.MemoryDomainList;
import org.apache.james.metrics.dropwizard.DropWizardMetricFactory;
import org.apache.james.transport.mailets.remote.delivery.RemoteDeliveryConfiguration;
import org.apache.mailet.MailetConfig;
import org.apache.mailet.MailetContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What James makes of the configuration we ship. */
class ShippedConfigurationTest {

    @Test
    void onceOnlyLettersShouldNotBeRetriedByJames() throws Exception {
        RemoteDeliveryConfiguration once = remoteDelivery("once");

        assertThat(once.getMaxRetries()).isZero();
        assertThat(once.getOutGoingQueueName().asString()).isEqualTo("embargo-once");
    }

    @Test
    void otherLettersShouldBeRetriedForDays() throws Exception {
        RemoteDeliveryConfiguration patient = remoteDelivery("outgoing");

        assertThat(patient.getMaxRetries()).isEqualTo(34);
        assertThat(patient.getDelayTimes()).hasSize(34);
        assertThat(patient.getOutGoingQueueName().asString()).isEqualTo("embargo-outgoing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outgoing", "once"})
    void bothDeliveriesShouldReportBack(String processor) throws Exception {
        RemoteDeliveryConfiguration configuration = remoteDelivery(processor);

        assertThat(configuration.getOnSuccess())
                .hasValueSatisfying(state -> assertThat(state.getValue()).isEqualTo("delivered"));
        assertThat(configuration.getBounceProcessor())
                .hasValueSatisfying(state -> assertThat(state.getValue()).isEqualTo("returned"));
        assertThat(configuration.isStartTLS()).isTrue();
    }

    private static RemoteDeliveryConfiguration remoteDelivery(String processor) throws Exception {
        Path file = ServerProcess.installation().resolve("conf/mailetcontainer.xml");
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        NodeList processors = document.getElementsByTagName("processor");
        for (int i = 0; i < processors.getLength(); i++) {
            Element element = (Element) processors.item(i);
            if (element.getAttribute("state").equals(processor)) {
                Element mailet =
                        (Element) element.getElementsByTagName("mailet").item(0);
                return new RemoteDeliveryConfiguration(
                        new Parameters(mailet),
                        new MemoryDomainList(new DNSJavaService(new DropWizardMetricFactory(new MetricRegistry()))));
            }
        }
        throw new AssertionError("no processor " + processor);
    }

    private static final class Parameters implements MailetConfig {
        private final Map<String, String> values = new HashMap<>();

        Parameters(Element mailet) {
            NodeList children = mailet.getChildNodes();
            for (int i = 0; i < children.getLength(); i++) {
                if (children.item(i) instanceof Element parameter) {
                    values.put(
                            parameter.getTagName(), parameter.getTextContent().strip());
                }
            }
        }

        @Override
        public String getInitParameter(String name) {
            return values.get(name);
        }

        @Override
        public Iterator<String> getInitParameterNames() {
            return values.keySet().iterator();
        }

        @Override
        public MailetContext getMailetContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getMailetName() {
            return "RemoteDelivery";
        }
    }
}
