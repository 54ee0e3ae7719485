"""Given names that are commonly borne by men only, or by women only; the others tell nothing."""

HIS = frozenset(
    """aaron abdul abdullah abraham adam adrian ahmad ahmed akira alan albert alberto alejandro alexander alfred ali allan
    allen andre andreas andres andrew andrey andy anthony antonio anton arnold arthur ashton barack barry bart ben benedict
    benjamin bernard bernie bill billy bob bobby boris brad bradley brandon brendan brett brian bruce bryan byron calvin
    carl carlos chad charles charlie chris christopher chuck clarence clark claude clint clive cliff colin craig curtis
    dale damian dan daniel danny darren dave david dean dennis derek dick dmitri dmitry dominic don donald doug douglas
    duncan dwight earl ed eddie edgar edmund eduardo edward edwin eli elliott emmanuel eric erik ernest ethan eugene
    evan fabian felipe felix ferdinand fernando fidel floyd francisco frank franklin franz fred frederick gabriel gareth
    gary gavin gene geoffrey george gerald gerard giovanni glenn gordon graham greg gregory guillermo gustav guy hamid
    hans harold harry harvey hassan hector heinrich henri henry herbert herman hiroshi howard hubert hugh hugo hussein
    ian ibrahim igor isaac ivan jack jacob jacques jake jamal james jared jason javier jay jeb jed jeff jeffrey jeremiah
    jeremy jerome jerry jesus jim jimmy joachim joe joel johann john johnny jon jonah jonathan jorge jose josef joseph
    josh joshua juan julio julius justin karl keith ken kenneth kenny kevin khalid kurt kyle lance larry lars laurence
    lawrence leo leon leonard leonid leroy lewis liam lloyd louis lucas luigi luis luke luther mahmoud
    malcolm manuel marc marcel marco marcus mario mark markus martin marvin matt matteo matthew maurice max maxim
    maximilian michael miguel mike mikhail milton mitch mitt mohamed mohammad mohammed moses muhammad mustafa nate nathan
    nathaniel neil nelson newt nicholas nick nicolas nigel nikita nikolai noah norman oleg oliver omar oscar osama otto
    owen pablo patrick paul paulo pedro pete peter phil philip phillip pierre rafael rahm ralph ramon rand randall raul
    raymond reginald reince ricardo richard rick ricky rob robert roberto rod roderick rodney rodrigo roger roland roman
    ron ronald ross roy rudolf rudolph rudy rupert russell salman salvador sam samuel sanjay saul sean sebastian serge
    sergei sergey seth shaun sidney simon spencer stanley stefan stephen steve steven stuart sylvester tariq ted terence
    theodore thomas tim timothy toby todd tom tommy tony travis trevor ulrich valentin vernon victor viktor vince vincent
    vladimir walter warren wayne wilhelm will william winston wolfgang yuri yusuf zachary""".split()
)
"""In lower case."""

HERS = frozenset(
    """abigail ada adele adriana agatha agnes aisha alexandra alice alicia alison allison alyssa amanda amber amelia amina
    amy ana anastasia andrea angela angelina anita ann anna anne annette annie antonia april ariana arianna astrid audrey
    barbara beatrice becky belinda benazir bernadette bertha beth bethany betsy betty beverly bianca bonnie brenda bridget
    brittany camilla candice carla carly carmen carol carole caroline carolyn catherine cathy cecilia celia charlotte
    chelsea cheryl christina christine cindy claire clara claudia colleen condoleezza connie constance cora courtney
    cynthia daisy danielle daphne dawn deborah debbie debra delia denise diana diane dolores donna dora doris dorothy
    edith edna eileen elaine eleanor elena elisabeth elise elizabeth ella ellen eloise elsa emily emma erica erika erin
    esther ethel eugenia eva eve evelyn fatima felicia fiona flora florence frances francesca frieda gabby gabriela
    gabrielle gail geraldine gertrude gina giovanna gisele gladys gloria grace greta gretchen gwen hannah harriet heather
    heidi helen helena helga henrietta hilary hildegard hillary holly hope huma ida ingrid irene irina iris irma isabel
    isabella ivana ivanka jacqueline jane janet janice jeanette jeanne jenna jennifer jenny jessica jill joan joanna
    joanne josephine joyce juanita judith judy julia juliana julie juliet karen karin karina kate katharine katherine
    kathleen kathryn kathy katie katrina kayleigh kellyanne keiko kimberly kirsten kristen kristin kristina laila lara
    laura lauren leila lena leonora leticia lidia lillian lily linda lisa liz lois loretta lori lorraine louise lucia
    lucille lucinda lucy lydia lyudmila madeleine madeline maggie malala malia manuela mara marcia margaret margarita
    margot maria marianne marie marilyn marina marissa marjorie marlene martha mary matilda maureen maxine megan megyn
    melania melanie melinda melissa mercedes meredith mia michelle mildred miriam moira molly monica muriel myra nadia
    nadine nancy naomi natalia natalie natasha nellie nicole nina nora norma octavia odette olga olivia ophelia pamela
    patricia patty paula pauline penelope penny petra phyllis priscilla rachel rebecca regina renee rhonda rita roberta
    rosa rosalind rosalyn rosemary roxanne ruth sabrina sadie sally samantha sandra sara sarah selena selma
    sharon sheila shelley sheryl shirley silvia simone sonia sonya sophia sophie stacey stella stephanie sue susan
    susanna suzanne svetlana sylvia tamara tammy tania tanya tara tatiana teresa tess theresa tiffany tina tracy ursula
    valentina valeria valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy whitney wilhelmina
    yolanda yoko yvette yvonne zainab zoe""".split()
)
"""In lower case."""
