import type { SampleReportWords } from '../../model/words.ts'

/** The texts of a new report in English. */
export const sampleReport: SampleReportWords = {
  subtitle: 'Report for 2025',
  figuresTitle: 'The year in figures',
  figures: '412 — projects\n1,250 — volunteers\n97 % — of plans carried out',
  tableTitle: 'Budget by region',
  table:
    'Region\t2023\t2024\t2025\nNorth\t312.4\t348\t402.75\nSouth\t98\t112.5\t120\nEast\t45.2\t51\t48.9\nTotal\t455.6\t511.5\t571.65',
  tableNote: 'Million tenge. Source: annual report',
  chartTitle: 'Visitors by town',
  chart: 'Astana — 1430\nAlmaty — 2228\nShymkent — 1222\nAktobe — 560',
  rankingTitle: 'Winners',
  ranking:
    '1. Alpha — 97 points\n2. Bravo — 95 points\n3. Charlie — 93 points\n4. Delta — 91 points\n5. Echo — 89 points\n6. Foxtrot — 87 points\n7. Golf — 85 points\n8. Hotel — 83 points',
  programmeTitle: 'Programme',
  programme:
    '09:00–09:30\tRegistration\tFoyer\n09:30–11:00\tOpening and reports\tLarge hall\n11:00–11:20\tCoffee break\tFoyer\n11:20–13:00\tWorkshops\tRooms 1 to 4',
  stagesTitle: 'Next steps',
  stages: 'September: team\nOctober: training\nNovember: fieldwork\nDecember: report',
  peopleTitle: 'Team',
  people: 'Aigul Sarsen, project lead\nYerlan Kim, editor\nDana Akhmetova, trainer',
}
