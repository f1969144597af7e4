package org.balcao.directory.usecase;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.balcao.directory.feed.Read;
import org.balcao.directory.feed.RecordFile;
import org.balcao.directory.model.LoadReport;
import org.balcao.directory.model.LoadReport.Line;
import org.balcao.directory.model.LoadReport.Outcome;
import org.balcao.launch.Command;

/**
 * {@code import --source NAME [--file-format yaml|jsonl|csv] FILE…}: takes files of records into the directory.
 * A line {@code applied KIND ID created|updated|kept} is printed once that record is safely stored, and not before.
 * Ends with 0 when all is stored, 1 when records were left out, 2 when it was asked wrongly, 75 when the database went away.
 */
@ApplicationScoped
public class ImportRecords implements Command {
    private static final String USAGE = "import --source NAME [--file-format yaml|jsonl|csv] FILE…";
    /** {@code EX_TEMPFAIL} of sysexits.h: nothing is wrong with what was given; ask again. */
    private static final int TRY_AGAIN = 75;

    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final LoadRecords loadRecords;

    ImportRecords(LoadRecords loadRecords) {
        this.loadRecords = loadRecords;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public int run(List<String> arguments) {
        return run(arguments, System.out, System.err);
    }

    int run(List<String> arguments, PrintStream out, PrintStream err) {
        var asked = Asked.in(arguments);
        if (asked.isEmpty()) {
            err.println("Use: " + USAGE);
            return 2;
        }
        var unreadable = asked.get().files().stream()
                .filter(file -> !Files.isReadable(file))
                .toList();
        if (!unreadable.isEmpty()) {
            err.println("Cannot be read: " + unreadable.getFirst());
            return 2;
        }
        LoadReport report;
        try {
            if (!loadRecords.isFree(asked.get().source())) {
                err.println("The source " + asked.get().source()
                        + " is a partner's, or the program's own: use another name after --source.");
                return 2;
            }
            report = loadRecords.load(asked.get().source(), asked.get().records(), line -> tell(line, out, err));
        } catch (PersistenceException | QuarkusTransactionException away) {
            err.println(
                    "Stopped: the database does not answer. What was applied is stored; run the same command again for the rest.");
            return TRY_AGAIN;
        }
        out.println("%d created, %d updated, %d kept, %d left out"
                .formatted(report.created(), report.updated(), report.kept(), report.leftOut()));
        out.flush();
        return report.leftOut() == 0 ? 0 : 1;
    }

    private static void tell(Line line, PrintStream out, PrintStream err) {
        if (line.outcome() == Outcome.LEFT_OUT) {
            err.println("left out " + line.kind() + " " + line.sourceId() + ": "
                    + line.reason().orElseThrow());
            err.flush();
        } else {
            out.println("applied " + line.kind() + " " + line.recordId().orElseThrow() + " "
                    + line.outcome().word());
            out.flush();
        }
    }

    /** What the command line asks for. */
    private record Asked(String source, Optional<RecordFile> format, List<Path> files) {
        static Optional<Asked> in(List<String> arguments) {
            String source = null;
            Optional<RecordFile> format = Optional.empty();
            var files = new ArrayList<Path>();
            for (var rest = arguments.iterator(); rest.hasNext(); ) {
                var word = rest.next();
                if (word.equals("--source") && rest.hasNext()) {
                    source = rest.next();
                } else if (word.equals("--file-format") && rest.hasNext()) {
                    format = format(rest.next());
                    if (format.isEmpty()) {
                        return Optional.empty();
                    }
                } else if (word.startsWith("--")) {
                    return Optional.empty();
                } else {
                    files.add(Path.of(word));
                }
            }
            return source == null || !SOURCE.matcher(source).matches() || files.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Asked(source, format, files));
        }

        private static Optional<RecordFile> format(String name) {
            return List.of(RecordFile.values()).stream()
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }

        LoadRecords.Records records() {
            return to -> {
                for (var file : files) {
                    var name = file.getFileName().toString();
                    try (var content = Files.newInputStream(file)) {
                        format.orElseGet(() -> RecordFile.of(name)).read(content, name, to);
                    } catch (IOException broken) {
                        to.accept(new Read.Bad("file", name, "cannot be read to its end"));
                    }
                }
            };
        }
    }
}
