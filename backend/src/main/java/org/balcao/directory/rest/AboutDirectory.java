package org.balcao.directory.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.balcao.directory.rest.view.AboutView;
import org.balcao.directory.rest.view.AboutView.Credit;
import org.balcao.directory.rest.view.AboutView.LeftOutView;
import org.balcao.directory.rest.view.AboutView.Licence;
import org.balcao.directory.rest.view.AboutView.LoadView;
import org.balcao.directory.rest.view.AboutView.SpokenView;
import org.balcao.directory.store.ChangeNumber;
import org.balcao.directory.store.DirectoryCounts;
import org.balcao.directory.store.DirectoryCounts.Load;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the directory says about itself; counted once after each change and each load. */
@ApplicationScoped
public class AboutDirectory {

    private record Credits(Licence licence, List<Credit> credits) {}

    private record Counted(long seq, Optional<Load> load, AboutView view) {}

    private final DirectoryCounts counts;
    private final ChangeNumber number;
    private final String version;
    private final Credits credits;
    private final AtomicReference<Counted> latest = new AtomicReference<>(new Counted(-1, Optional.empty(), null));

    AboutDirectory(
            DirectoryCounts counts,
            ChangeNumber number,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "0") String version) {
        this.counts = counts;
        this.number = number;
        this.version = version;
        try (InputStream in = AboutDirectory.class.getResourceAsStream("/hsds/credits.json")) {
            this.credits = new JsonMapper().readValue(in, Credits.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    AboutView view() {
        long seq = number.newest();
        Optional<Load> load = counts.newestLoad();
        Counted held = latest.get();
        if (held.seq() == seq && held.load().equals(load)) {
            return held.view();
        }
        AboutView view = count(load);
        latest.set(new Counted(seq, load, view));
        return view;
    }

    private AboutView count(Optional<Load> load) {
        return new AboutView(
                "Balcão",
                version,
                load.map(Load::finishedAt).orElse(null),
                counts.counts(),
                counts.confidence(),
                counts.languages().stream()
                        .map(each -> new SpokenView(each.code(), each.services()))
                        .toList(),
                credits.licence(),
                credits.credits(),
                load.map(Load::linesLeftOut).orElse(List.of()).stream()
                        .map(each -> new LeftOutView(each.kind(), each.sourceId(), each.reason()))
                        .toList(),
                load.map(each -> new LoadView(each.created(), each.updated(), each.kept(), each.leftOut()))
                        .orElse(null));
    }
}
