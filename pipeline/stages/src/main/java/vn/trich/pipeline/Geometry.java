package vn.trich.pipeline;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.trich.output.Box;
import vn.trich.output.IndicatorRecord;
import vn.trich.output.Region;
import vn.trich.output.TargetRecord;
import vn.trich.output.TaskRecord;
import vn.trich.pipeline.page.PageText;

/**
 * Turns boxes on pages as they were read into boxes on pages as they are displayed, and keeps made-up boxes of plain text
 * from being put out.
 *
 * @param pages the pages by number; boxes on others stay as they are
 */
record Geometry(Map<Integer, PageText> pages) {

    Geometry {
        pages = Map.copyOf(pages);
    }

    /** That of these pages. */
    static Geometry of(List<PageText> pages) {
        return new Geometry(pages.stream().collect(Collectors.toMap(PageText::number, page -> page)));
    }

    /** The regions as displayed; without their boxes where these are made up, then each page once. */
    List<Region> displayed(List<Region> regions) {
        return regions.stream().map(this::displayed).distinct().toList();
    }

    private Region displayed(Region region) {
        PageText page = pages.get(region.page());
        return page == null || !region.hasBox() ? region : new Region(region.page(), displayed(page, region.bbox()));
    }

    /** The box as displayed; {@code null} if it is made up. */
    static Box displayed(PageText page, Box box) {
        if (page.synthetic()) {
            return null;
        }
        return page.rotation() == 0 && page.skew() == 0 ? box : page.displayed(box);
    }

    TaskRecord displayed(TaskRecord t) {
        return new TaskRecord(
                t.taskId(),
                t.source(),
                t.tableId(),
                t.sectionId(),
                t.row(),
                t.label(),
                t.groupPath(),
                t.objective(),
                t.task(),
                t.activity(),
                t.product(),
                t.leadUnits(),
                t.coordUnits(),
                t.due(),
                t.funding(),
                t.note(),
                displayed(t.regions()),
                t.trust());
    }

    TargetRecord displayed(TargetRecord t) {
        return new TargetRecord(
                t.targetId(),
                t.sectionId(),
                t.tableId(),
                t.row(),
                t.text(),
                t.measure(),
                t.direction(),
                t.comparator(),
                t.value(),
                t.valueMax(),
                t.unit(),
                t.scope(),
                t.baseline(),
                t.periodStart(),
                t.periodEnd(),
                displayed(t.regions()),
                t.trust());
    }

    IndicatorRecord displayed(IndicatorRecord i) {
        return new IndicatorRecord(
                i.indicatorId(),
                i.tableId(),
                i.row(),
                i.code(),
                i.name(),
                i.unit(),
                i.value(),
                i.valueText(),
                i.note(),
                i.groupPath(),
                displayed(i.regions()),
                i.trust());
    }
}
