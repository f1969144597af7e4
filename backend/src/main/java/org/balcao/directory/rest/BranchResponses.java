package org.balcao.directory.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.balcao.directory.model.Service;
import org.balcao.directory.rest.Answer.Source;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.view.BranchesView;
import org.balcao.directory.rest.view.BranchesView.Name;
import org.balcao.directory.rest.view.RenderContext;
import org.balcao.directory.store.EffectiveHours;
import org.balcao.directory.store.ProgramBranches;
import org.balcao.directory.store.ProgramBranches.Branch;
import org.balcao.directory.store.Records;

/** The branches behind the entry of a program, with their names in the reader's languages. */
@ApplicationScoped
class BranchResponses {

    private final ProgramBranches branches;
    private final Records records;
    private final CacheableResponses responses;
    private final EffectiveHours hours;
    private final Clock clock;

    BranchResponses(
            ProgramBranches branches,
            Records records,
            CacheableResponses responses,
            EffectiveHours hours,
            Clock clock) {
        this.branches = branches;
        this.records = records;
        this.responses = responses;
        this.hours = hours;
        this.clock = clock;
    }

    Response answer(QueryParameters asked, UUID entry) {
        List<Branch> found = branches.of(entry);
        List<String> languages = responses.languages(asked).tags();
        Set<String> used = new TreeSet<>();
        Set<UUID> services = Set.copyOf(found.stream().map(Branch::service).toList());
        Map<UUID, Name> names = records.show(Service.class, services, service -> {
            RenderContext context = new RenderContext(languages, clock.instant(), hours, code -> Optional.empty());
            Name name = Name.of(service, context);
            used.addAll(context.used());
            return name;
        });
        BranchesView view = new BranchesView(found.stream()
                .filter(branch -> names.containsKey(branch.service()))
                .map(branch -> names.get(branch.service()).at(branch))
                .toList());
        return responses.view(asked, view, true, used, Source.DIRECTORY);
    }
}
