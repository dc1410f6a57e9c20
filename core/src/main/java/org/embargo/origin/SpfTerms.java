package org.embargo.origin;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.james.jspf.core.exceptions.PermErrorException;
import org.apache.james.jspf.impl.DefaultTermDefinition;
import org.apache.james.jspf.parser.TermDefinition;
import org.apache.james.jspf.parser.TermsFactory;
import org.apache.james.jspf.terms.AMechanism;
import org.apache.james.jspf.terms.AllMechanism;
import org.apache.james.jspf.terms.Configuration;
import org.apache.james.jspf.terms.ConfigurationEnabled;
import org.apache.james.jspf.terms.ExistsMechanism;
import org.apache.james.jspf.terms.ExpModifier;
import org.apache.james.jspf.terms.IP4Mechanism;
import org.apache.james.jspf.terms.IP6Mechanism;
import org.apache.james.jspf.terms.IncludeMechanism;
import org.apache.james.jspf.terms.MXMechanism;
import org.apache.james.jspf.terms.PTRMechanism;
import org.apache.james.jspf.terms.RedirectModifier;
import org.apache.james.jspf.terms.UnknownModifier;
import org.apache.james.jspf.wiring.WiringService;
import org.apache.james.jspf.wiring.WiringServiceException;
import org.jspecify.annotations.Nullable;

/**
 * The terms of an SPF record. The library's own list names its classes in a file, by names they no longer have in the
 * extension jar, and looks for them in the mail server's class loader, which has older ones.
 */
final class SpfTerms implements TermsFactory {

    private static final Collection<TermDefinition> MECHANISMS = definitions(
            AllMechanism.class,
            AMechanism.class,
            ExistsMechanism.class,
            IncludeMechanism.class,
            IP4Mechanism.class,
            IP6Mechanism.class,
            MXMechanism.class,
            PTRMechanism.class);
    private static final Collection<TermDefinition> MODIFIERS =
            definitions(ExpModifier.class, RedirectModifier.class, UnknownModifier.class);

    private final WiringService wiring;

    SpfTerms(WiringService wiring) {
        this.wiring = wiring;
    }

    @Override
    public Object createTerm(Class<?> kind, @Nullable Configuration configuration)
            throws PermErrorException, InstantiationException {
        try {
            Object term = kind.getDeclaredConstructor().newInstance();
            wiring.wire(term);
            if (term instanceof ConfigurationEnabled configured) {
                boolean isEmpty = configuration == null || configuration.groupCount() == 0;
                configured.config(isEmpty ? null : configuration);
            }
            return term;
        } catch (ReflectiveOperationException | WiringServiceException e) {
            throw new InstantiationException("no term " + kind.getSimpleName());
        }
    }

    @Override
    public Collection<TermDefinition> getMechanismsCollection() {
        return MECHANISMS;
    }

    @Override
    public Collection<TermDefinition> getModifiersCollection() {
        return MODIFIERS;
    }

    private static Collection<TermDefinition> definitions(Class<?>... kinds) {
        return List.copyOf(Stream.of(kinds).map(SpfTerms::definition).toList());
    }

    private static TermDefinition definition(Class<?> kind) {
        try {
            return new DefaultTermDefinition(kind);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no term of SPF: " + kind.getSimpleName(), e);
        }
    }
}
