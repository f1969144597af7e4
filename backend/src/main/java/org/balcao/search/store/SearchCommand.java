package org.balcao.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import org.balcao.launch.Command;

/**
 * {@code search verify}: whether the index has what PostgreSQL has. {@code search gaps}: what was searched for in the last four weeks and
 * not found.
 */
@ApplicationScoped
class SearchCommand implements Command {

    private static final int WEEKS = 4;

    private final VerifySearch verify;
    private final Gaps gaps;

    SearchCommand(VerifySearch verify, Gaps gaps) {
        this.verify = verify;
        this.gaps = gaps;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    @ActivateRequestContext
    public int run(List<String> arguments) {
        return switch (String.join(" ", arguments)) {
            case "verify" -> verify.run(System.out::println);
            case "gaps" -> tellGaps();
            default -> {
                System.err.println("search verify|gaps");
                yield 2;
            }
        };
    }

    private int tellGaps() {
        gaps.since(gaps.today().minusWeeks(WEEKS))
                .forEach(gap -> System.out.printf(
                        "%s  %6d  %s%n", gap.day(), gap.times(), gap.text().isEmpty() ? "(all)" : gap.text()));
        return 0;
    }
}
