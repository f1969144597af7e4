package org.balcao.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.format.PlainText;
import org.balcao.sync.model.Problem;
import org.balcao.sync.model.Source;
import org.balcao.sync.store.TakenNames;
import org.jdbi.v3.core.Handle;

/** What a source may be called: its id is part of its records' ids, and everybody reads its name beside what it said. */
@ApplicationScoped
class SourceNames {
    /** Names under which the program itself notes who said something. */
    private static final Set<String> OURS = Set.of(
            "page", "portugal", "balcao", "holder", "review", "unknown", "import", "national", "equipa-nacional");

    /** What only the national team is called. */
    private static final Set<String> NATIONAL =
            Set.of("equipanacional", "equipanacionaldedados", "nationalteam", "balcao", "paginadobalcao", "oestado");

    private final TakenNames taken;

    SourceNames(TakenNames taken) {
        this.taken = taken;
    }

    /** @throws org.balcao.shared.problem.Problem naming the field, if it is a name of somebody else */
    void check(Handle handle, Source wanted, boolean isNew) {
        if (isNew) {
            if (OURS.contains(wanted.id()) || taken.isOfAnImport(handle, wanted.id())) {
                throw ProblemType.CONFLICT.at(
                        "source", "is a name that this site uses itself; use one of your own, such as our-system");
            }
            if (taken.isOfAnotherOrganization(handle, wanted.id(), wanted.organizationId())) {
                throw ProblemType.CONFLICT.at("source", "is the name of another organization; use one of your own");
            }
        }
        List<Problem> wrong = PlainText.problems(wanted.name());
        if (!wrong.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.at("/name", wrong.getFirst().message());
        }
        boolean national = NATIONAL.contains(bare(wanted.name())) && wanted.organizationId() != null;
        if (national || taken.isOfAnotherOrganization(handle, wanted.name(), wanted.organizationId())) {
            throw ProblemType.UNPROCESSABLE.at(
                    "/name",
                    "is the name of somebody else; everybody reads it, so use one that says whose system it is");
        }
    }

    private static String bare(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
