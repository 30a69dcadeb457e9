package vn.trich.pipeline.normalize;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.trich.models.gazetteer.Gazetteer;
import vn.trich.models.language.LanguageModel;
import vn.trich.models.language.Syllables;
import vn.trich.output.IndicatorRecord;
import vn.trich.output.TableRecord;
import vn.trich.output.TargetRecord;
import vn.trich.output.TaskRecord;
import vn.trich.pipeline.outline.Head;
import vn.trich.pipeline.outline.Paper;
import vn.trich.pipeline.table.Table;

/**
 * Turns a document into the records of the contract: tasks with their units and deadlines, goals, measured figures.
 * Immutable; may be shared by threads.
 */
public final class Normalization {

    private final Gazetteer gazetteer;
    private final Optional<LanguageModel> model;
    private final UnitVocabulary vocabulary = new UnitVocabulary();
    private final DueParser dueParser = new DueParser();
    private final Syllables syllables = Syllables.load();
    private final TargetParser targetParser = new TargetParser();
    private final MomentReader moments = new MomentReader();
    private final ReviewModel review = new ReviewModel();

    /** With the names of places and agencies, and the abbreviations, of that gazetteer. */
    public Normalization(Gazetteer gazetteer) {
        this(gazetteer, Optional.empty());
    }

    /** The same; how well texts read is told by that model, and weighs in how far records are trusted. */
    public Normalization(Gazetteer gazetteer, LanguageModel model) {
        this(gazetteer, Optional.of(model));
    }

    private Normalization(Gazetteer gazetteer, Optional<LanguageModel> model) {
        this.gazetteer = gazetteer;
        this.model = model;
    }

    /**
     * Reads the records of a document. Ids are unique in it: tasks {@code k1}, goals {@code g1}, figures {@code i1}; those
     * of sections and tables are as {@link Paper#sectionId} and {@link Paper#tableId} give them.
     */
    public Normalized apply(Paper paper) {
        return apply(paper, paper.head());
    }

    /**
     * Reads the records of a document that was issued with another, such as a plan with the decision that issues it.
     *
     * @param paper the document
     * @param issuedWith head of the other, whose date, issuer and place hold where the document's own head has none
     */
    public Normalized apply(Paper paper, Head issuedWith) {
        Context context = Context.of(paper, issuedWith, gazetteer, moments);
        DocumentWords words = new DocumentWords(Context.paragraphs(paper), syllables);
        UnitCellText cells = new UnitCellText(syllables, vocabulary, words);
        UnitParser unitParser = new UnitParser(vocabulary, context.abbreviations(), cells::mend);
        List<TaskDraft> read = drafts(paper, context, unitParser);
        RunTogetherUnits runs = new RunTogetherUnits(read, vocabulary);
        ListedPlaces places = new ListedPlaces(gazetteer);
        List<TaskDraft> drafts = read.stream().map(runs::part).map(places::part).toList();
        UnitTwins twins = new UnitTwins(
                drafts.stream()
                        .flatMap(task -> Stream.concat(task.lead().stream(), task.coord().stream()))
                        .toList(),
                gazetteer,
                vocabulary);
        UnitRegistry registry = new UnitRegistry(gazetteer, vocabulary, context);
        TaskSigns signs = new TaskSigns(drafts, twins, words, vocabulary, new TextFluency(model));
        TaskFinisher finisher = new TaskFinisher(context, registry, twins, words, signs, review);
        List<TaskRecord> tasks = finisher.finish(drafts);
        List<TargetRecord> targets =
                context.setsGoals() ? new TargetReader(targetParser, moments, context).read(paper) : List.of();
        return new Normalized(
                tasks,
                registry.records(),
                targets,
                indicators(paper),
                context.period().start().map(LocalDate::toString).orElse(""),
                context.period().end().map(LocalDate::toString).orElse(""),
                finisher.signs());
    }

    private List<TaskDraft> drafts(Paper paper, Context context, UnitParser unitParser) {
        TaskTableReader tableReader = new TaskTableReader(dueParser, unitParser, context.year());
        List<Paper.PlacedTable> tables = paper.allTables();
        List<TextTaskReader.Placed> placed = new ArrayList<>();
        boolean listed = false;
        for (int i = 0; i < tables.size(); i++) {
            Table table = tables.get(i).block().table();
            if (table.kind() == TableRecord.Kind.TASKS) {
                listed = true;
                int section = tables.get(i).section();
                tableReader.read(table, Paper.tableId(i), Paper.sectionId(section)).stream()
                        .map(task -> new TextTaskReader.Placed(section, task))
                        .forEach(placed::add);
            }
        }
        boolean beside = listed;
        new TextTaskReader(dueParser, unitParser, context.year())
                .read(paper, listed).stream()
                        .map(found -> beside ? found.doubted("from text") : found)
                        .forEach(placed::add);
        placed.sort(Comparator.comparingInt(TextTaskReader.Placed::section));
        return placed.stream().map(TextTaskReader.Placed::task).toList();
    }

    private static List<IndicatorRecord> indicators(Paper paper) {
        List<IndicatorRecord> indicators = new ArrayList<>();
        List<Paper.PlacedTable> tables = paper.allTables();
        for (int i = 0; i < tables.size(); i++) {
            Table table = tables.get(i).block().table();
            if (table.kind() == TableRecord.Kind.INDICATORS) {
                indicators.addAll(new IndicatorReader().read(table, Paper.tableId(i), indicators.size() + 1));
            }
        }
        return indicators;
    }
}
