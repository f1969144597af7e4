package org.balcao.directory.rest.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.Desk;
import org.balcao.directory.model.OneStopCentre;
import org.balcao.directory.model.OneStopFeature;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Many organizations' desks under one roof, and how they work together. */
@Schema(name = "OneStopCentre", description = "A place where several organizations have desks under one roof.")
public record OneStopCentreView(
        @Schema(enumeration = {"open", "closed"}) String status,
        String name,
        String period,
        String description,
        String runBy,
        List<FeatureView> features,
        List<String> languages,
        String languagesNote,
        List<DeskView> desks,
        List<SourceView> sources,
        Map<String, Localized> localized) {

    /** Something the centre has for everyone, such as a crèche. */
    @Schema(name = "CentreFeature")
    public record FeatureView(String name, String description, Map<String, Localized> localized) {

        private static FeatureView of(OneStopFeature feature, RenderContext context) {
            RenderContext.Texts texts = context.texts(feature);
            return new FeatureView(
                    texts.in("name", feature.name), texts.in("description", feature.description), texts.localized());
        }
    }

    /** An organization's counter inside the centre, or an office of the centre itself. */
    @Schema(name = "Desk")
    public record DeskView(
            String name,
            String description,
            OrganizationInShort organization,
            ServiceInShort service,

            @Schema(enumeration = {"public_institution", "support_office"})
            String kind,

            String since,
            Map<String, Localized> localized) {

        private static DeskView of(Desk desk, RenderContext context) {
            RenderContext.Texts texts = context.texts(desk);
            return new DeskView(
                    texts.in("name", desk.name),
                    texts.in("description", desk.description),
                    OrganizationInShort.of(desk.organization, context),
                    ServiceInShort.of(desk.service, context),
                    desk.kind,
                    texts.in("since", desk.since),
                    texts.localized());
        }
    }

    /** A service by its name and status. */
    @Schema(name = "ServiceInShort")
    public record ServiceInShort(UUID id, String name, String status, Map<String, Localized> localized) {

        private static ServiceInShort of(org.balcao.directory.model.Service service, RenderContext context) {
            if (service == null) {
                return null;
            }
            RenderContext.Texts texts = context.texts(service);
            return new ServiceInShort(service.id, texts.in("name", service.name), service.status, texts.localized());
        }
    }

    static OneStopCentreView of(OneStopCentre centre, RenderContext context) {
        RenderContext.Texts texts = context.texts(centre);
        return new OneStopCentreView(
                centre.status,
                texts.in("name", centre.name),
                texts.in("period", centre.period),
                texts.in("description", centre.description),
                texts.in("run_by", centre.runBy),
                centre.features.stream()
                        .map(each -> FeatureView.of(each, context))
                        .toList(),
                centre.languages,
                texts.in("languages_note", centre.languagesNote),
                centre.desks.stream().map(each -> DeskView.of(each, context)).toList(),
                SourceView.of(centre.sources),
                texts.localized());
    }
}
