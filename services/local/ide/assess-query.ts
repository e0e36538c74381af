/** Assesses one project, with everything that an explanation can show. */
export const ASSESS = `# 项目能不能进这个园区？未填的事项一律视为未知，而不是“否”。
# May the project come? What is not stated is unknown, not a no.
query AssessOne($project: ProjectInput!, $on: Date) {
  assess(project: $project, on: $on) {
    userErrors { code message path }
    assessment {
      outcome
      possibleOutcomes
      reasons { code message }
      explanation
      minimalQuestions {
        question
        fact { key unit }
        candidates
        rows { field name }
      }
      missingFacts {
        question
        fact { key }
        neededBy { code }
      }
      findings {
        decisive
        applies
        effect
        effectWithoutDiscretion
        version {
          catalog { title { zh } }
          number
        }
        entry {
          code
          text { zh en }
          deadline
          replacement { zh }
          responsibility { lead cooperating }
          basis { document number article }
        }
        because {
          fact { key name { zh } }
          known
          value
        }
        explanation
      }
    }
  }
}
`;
