package org.embargo.mailets;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.io.FileNotFoundException;
import java.time.Clock;
import org.apache.james.filesystem.api.FileSystem;
import org.embargo.desk.Embargo;
import org.embargo.outbox.Postman;

/** The only wiring: everything in core hangs on one {@link Embargo}, opened before James's door is. */
public final class EmbargoModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(Postman.class).to(JamesPostman.class);
        // among the first to be made, so that James, which closes in reverse order, closes it after all that use it
        bind(OpenEmbargo.class).asEagerSingleton();
    }

    @Provides
    @Singleton
    Embargo embargo(FileSystem files, Clock clock, Postman postman) throws FileNotFoundException {
        return Embargo.start(files.getBasedir().toPath(), clock, postman);
    }
}
