package org.balcao.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.balcao.outbound.PublicWeb;
import org.balcao.outbound.Unreachable;
import org.balcao.outbound.Unreachable.Reason;
import org.balcao.shared.AtMost;
import org.balcao.sync.format.FeedRefused;
import org.balcao.sync.format.Feeds;
import org.balcao.sync.model.FeedReport;
import org.balcao.sync.model.FeedReport.Finding;
import org.balcao.sync.model.FeedReport.Place;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Problem;
import org.balcao.sync.model.Stated;
import org.balcao.sync.store.RawFiles;
import org.balcao.sync.store.Shapes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells anybody what would become of their feed here, and keeps nothing of it. */
@ApplicationScoped
public class CheckFeed {
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 20L << 20;
    private static final int MOST_PLACES = 3;
    private static final int MOST_FINDINGS = 200;

    private final Shapes shapes;
    private final RawFiles files;
    private final PublicWeb web;

    CheckFeed(
            Shapes shapes,
            RawFiles files,
            @ConfigProperty(name = "balcao.feed-checks.trusted-networks") Optional<List<String>> trusted) {
        this.shapes = shapes;
        this.files = files;
        // anybody asks this: what partners may reach in our own house is not for them
        this.web = new PublicWeb(trusted);
    }

    /** @throws FeedRefused if it is nothing that can be taken, or too large */
    public FeedReport file(InputStream content) {
        Path file = files.temporary();
        try {
            Files.copy(new AtMost(content, MOST_BYTES), file, StandardCopyOption.REPLACE_EXISTING);
            return report(file);
        } catch (AtMost.TooLarge more) {
            throw new FeedRefused("too_large", "The file is larger than 20 megabytes.");
        } catch (IOException unreadable) {
            throw new FeedRefused("not_readable", "The file cannot be read to its end.");
        } finally {
            files.forget(file);
        }
    }

    /** @throws Unreachable if it cannot be fetched */
    public FeedReport at(String url) {
        return web.get(PublicWeb.address(url), Map.of(), WITHIN, MOST_BYTES, answer -> {
            if (!answer.isGood()) {
                throw new Unreachable(Reason.REFUSED);
            }
            Path file = files.temporary();
            try {
                Files.copy(answer.body(), file, StandardCopyOption.REPLACE_EXISTING);
                return report(file);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } finally {
                files.forget(file);
            }
        });
    }

    private FeedReport report(Path file) throws IOException {
        Feeds.Format format = Feeds.formatOf(file);
        Gathered gathered = new Gathered();
        new Feeds(shapes.shape(), Map.of()).read(file, format, gathered::take);
        return gathered.report(format.name().toLowerCase(Locale.ROOT));
    }

    private static final class Gathered {
        private final Map<Kind, Integer> records = new EnumMap<>(Kind.class);
        private final Map<List<String>, List<Place>> places = new LinkedHashMap<>();
        private final Map<List<String>, Integer> counts = new LinkedHashMap<>();
        private int keptBack;

        void take(Stated record) {
            records.merge(record.kind(), 1, Integer::sum);
            if (record.body() == null || record.problems().stream().anyMatch(Problem::keepsBack)) {
                keptBack++;
            }
            for (Problem problem : record.problems()) {
                String field = problem.pointer().replaceAll("/\\d+", "");
                List<String> key = List.of(problem.level(), problem.code(), field);
                if (!counts.containsKey(key) && counts.size() >= MOST_FINDINGS) {
                    continue;
                }
                counts.merge(key, 1, Integer::sum);
                List<Place> first = places.computeIfAbsent(key, each -> new ArrayList<>());
                if (first.size() < MOST_PLACES) {
                    first.add(new Place(
                            record.line(),
                            record.externalId(),
                            problem.pointer(),
                            problem.message(),
                            problem.nearest()));
                }
            }
        }

        FeedReport report(String format) {
            if (records.isEmpty()) {
                throw new FeedRefused("empty", "The file has no records.");
            }
            List<Finding> findings = new ArrayList<>();
            counts.forEach((key, count) ->
                    findings.add(new Finding(key.get(0), key.get(1), key.get(2), count, places.get(key))));
            findings.sort(Comparator.comparing(Finding::level)
                    .thenComparing(Comparator.comparingInt(Finding::count).reversed()));
            return new FeedReport(format, records, keptBack, findings);
        }
    }
}
